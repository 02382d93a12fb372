package org.edgetwin.sim.scheduling;

import java.util.List;
import org.edgetwin.sim.job.Demand;

/**
 * The GPUs a job is to hold, all of one node group.
 *
 * @param slices one for each node
 * @param milli share of each GPU in thousandths
 * @param mode whether the GPUs may be shared
 */
public record Placement(List<Slice> slices, int milli, ShareMode mode) implements PlacementChoice {
  public Placement {
    slices = List.copyOf(slices);
    if (slices.isEmpty()) {
      throw new IllegalArgumentException("A placement without slices.");
    }
  }

  /** Whole GPUs of one node. */
  public static Placement whole(int node, int count) {
    return new Placement(List.of(Slice.of(node, count)), Demand.WHOLE_GPU, ShareMode.EXCLUSIVE);
  }

  /** Whole GPUs of several nodes. */
  public static Placement whole(List<Slice> slices) {
    return new Placement(slices, Demand.WHOLE_GPU, ShareMode.EXCLUSIVE);
  }

  /** A share of one GPU. */
  public static Placement shared(int node, int gpu, int milli) {
    return new Placement(List.of(new Slice(node, gpu, 1)), milli, ShareMode.SHARED);
  }

  /** Number of GPUs touched. */
  public int gpuCount() {
    int count = 0;
    for (Slice slice : slices) {
      count += slice.count();
    }
    return count;
  }
}
