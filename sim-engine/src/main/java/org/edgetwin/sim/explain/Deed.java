package org.edgetwin.sim.explain;

import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.Decision;
import org.edgetwin.sim.scheduling.Placement;
import org.jspecify.annotations.Nullable;

/** What a decision did with one job. */
public enum Deed {
  STARTED,
  MOVED,
  RESIZED,
  PREEMPTED,
  CANCELLED,
  /** Left in the queue. */
  WAITED,
  /** Left running as it was. */
  KEPT;

  /**
   * What a decision does with a job. One that is stopped and started in one decision is moved; one
   * that is started with another batch is started.
   */
  static Deed of(Decision decision, int job, boolean queued) {
    Deed deed = queued ? WAITED : KEPT;
    for (Action action : decision.actions()) {
      if (action instanceof Action.Start start && start.job() == job) {
        deed = queued ? STARTED : MOVED;
      } else if (action instanceof Action.Migrate move && move.job() == job) {
        deed = MOVED;
      } else if (action instanceof Action.Resize resize && resize.job() == job && !queued) {
        deed = RESIZED;
      } else if (action instanceof Action.Preempt preempt && preempt.job() == job) {
        deed = PREEMPTED;
      } else if (action instanceof Action.Cancel cancel && cancel.job() == job) {
        deed = CANCELLED;
      }
    }
    return deed;
  }

  /** The GPUs that a decision gives to a job; null if none. */
  static @Nullable Placement placement(Decision decision, int job) {
    for (Action action : decision.actions()) {
      if (action instanceof Action.Start start && start.job() == job) {
        return start.placement();
      }
      if (action instanceof Action.Migrate move && move.job() == job) {
        return move.placement();
      }
      if (action instanceof Action.Resize resize && resize.job() == job) {
        return resize.placement();
      }
    }
    return null;
  }
}
