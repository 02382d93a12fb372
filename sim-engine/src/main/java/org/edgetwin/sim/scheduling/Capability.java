package org.edgetwin.sim.scheduling;

/** Something a cluster can do and a scheduler may need. */
public enum Capability {
  PREEMPT,
  MIGRATE,
  CANCEL,
  DRAIN,
  /** Change the gang of a running job. */
  RESIZE,
  /** Stop a job with its GPUs when a lease ends. */
  LEASE,
  /** Several jobs on one GPU. */
  SHARE,
  /** Hardware slices of one GPU. */
  MIG,
  /** Several jobs on one GPU, taking turns phase by phase. */
  INTERLEAVE,
  /** A scheduler may name the GPU inside a node. */
  GPU_INDEX
}
