package org.edgetwin.sim.scheduling;

/** How a job holds its GPUs. */
public sealed interface ShareMode {
  /** Nobody else on the GPU. */
  ShareMode EXCLUSIVE = new Exclusive();

  /** Others may hold the rest of the GPU; they slow each other as the contention model says. */
  ShareMode SHARED = new Shared();

  /** See {@link #EXCLUSIVE}. */
  record Exclusive() implements ShareMode {}

  /** See {@link #SHARED}. */
  record Shared() implements ShareMode {}

  /** A hardware slice of the GPU, such as {@code 2g.20gb}. Needs {@link Capability#MIG}. */
  record Mig(String profile) implements ShareMode {}

  /**
   * Takes turns with the other jobs of a group, phase by phase, all of them on the very same GPUs.
   * For gangs of whole GPUs whose stages are known. Needs {@link Capability#INTERLEAVE}.
   *
   * <p>The job that the group is named after comes first and chooses the GPUs; the placements of
   * the others only say how many. The share of each is what it counts in quotas and accounts.
   *
   * @param group index of the job that comes first
   * @param phase slots by which its turn is later; see {@link org.edgetwin.sim.job.Turns}
   */
  record Interleaved(int group, int phase) implements ShareMode {
    public Interleaved {
      if (phase < 0) {
        throw new IllegalArgumentException("The phase (" + phase + ") is negative.");
      }
    }
  }

  /**
   * A gang of whole GPUs that lets other gangs of as many GPUs onto the very same ones; they slow
   * each other as the contention model says. Needs {@link Capability#SHARE}.
   *
   * <p>The job that the group is named after comes first and chooses the GPUs; the placements of
   * the others only say how many. The share of each is what it counts in quotas and accounts, and
   * how many may come follows from it. Not for elastic jobs.
   *
   * @param first index of the job that comes first
   */
  record Packed(int first) implements ShareMode {}
}
