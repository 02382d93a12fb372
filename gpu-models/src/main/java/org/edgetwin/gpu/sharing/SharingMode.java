package org.edgetwin.gpu.sharing;

import java.util.List;

/** How a GPU serves several jobs at once. */
public sealed interface SharingMode {

  /**
   * Kernels of all jobs run side by side: streams of one process, or MPS.
   *
   * @param threadShare in (0, 1]: largest share of the processors that one job may hold (MPS calls
   *     it the active thread percentage); 1 = no limit. As the resources of fitted demands have no
   *     names, it limits the resource that the job uses most
   */
  record Concurrent(double threadShare) implements SharingMode {
    /** Without a limit. */
    public static final Concurrent UNLIMITED = new Concurrent(1);

    public Concurrent {
      requireShare("thread share", threadShare);
    }
  }

  /**
   * One job after the other holds the whole GPU, in turns as long as their weights say.
   *
   * @param sliceSeconds length of a turn
   * @param switchSeconds what changing turns costs, at least 0
   */
  record TimeSliced(double sliceSeconds, double switchSeconds) implements SharingMode {
    public TimeSliced {
      if (!(sliceSeconds > 0 && switchSeconds >= 0 && switchSeconds < 1 / 0.0)) {
        throw new IllegalArgumentException(
            "Turns of %s s with switches of %s s are not possible."
                .formatted(sliceSeconds, switchSeconds));
      }
    }

    /** Share of the time in which jobs make progress when there are several. */
    double useful() {
      return sliceSeconds / (sliceSeconds + switchSeconds);
    }
  }

  /**
   * The hardware is cut into slices that do not touch one another (MIG); job i runs in slice i.
   *
   * @param slices at least as many as jobs
   */
  record Partitioned(List<Slice> slices) implements SharingMode {
    public Partitioned {
      slices = List.copyOf(slices);
      if (slices.isEmpty()
          || slices.stream().mapToDouble(Slice::compute).sum() > 1 + 1e-9
          || slices.stream().mapToDouble(Slice::memory).sum() > 1 + 1e-9) {
        throw new IllegalArgumentException(
            "The slices %s must be at least one and at most one GPU together.".formatted(slices));
      }
    }
  }

  /**
   * A slice of a GPU, such as 1/7 of the processors and 1/8 of the memory.
   *
   * @param compute share in (0, 1] of the processors and of the bandwidth that comes with them
   * @param memory share in (0, 1] of the device memory
   */
  record Slice(double compute, double memory) {
    public Slice {
      requireShare("compute", compute);
      requireShare("memory", memory);
    }
  }

  private static void requireShare(String name, double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "The "
              + name
              + " ("
              + share
              + ") must be above 0 and at most 1. Maybe it is in per cent.");
    }
  }
}
