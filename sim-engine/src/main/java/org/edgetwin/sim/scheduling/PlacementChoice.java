package org.edgetwin.sim.scheduling;

/** What a placement policy says about one job. */
public sealed interface PlacementChoice
    permits Placement, PlacementChoice.Wait, PlacementChoice.Misfit {
  /** No GPUs for this job now, nor for any other job of its shape. */
  Misfit MISFIT = new Misfit();

  /** There are GPUs, but the job is better off waiting for others. */
  Wait WAIT = new Wait();

  /** See {@link #MISFIT}. */
  record Misfit() implements PlacementChoice {}

  /** See {@link #WAIT}. */
  record Wait() implements PlacementChoice {}
}
