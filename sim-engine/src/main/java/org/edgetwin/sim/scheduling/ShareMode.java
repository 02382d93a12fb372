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
   * Takes turns with the other jobs of a group, phase by phase. Needs {@link
   * Capability#INTERLEAVE}.
   */
  record Interleaved(int group, int phase) implements ShareMode {}
}
