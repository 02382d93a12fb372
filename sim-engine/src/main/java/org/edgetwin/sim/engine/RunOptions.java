package org.edgetwin.sim.engine;

import org.edgetwin.sim.metrics.BusyShare;
import org.jspecify.annotations.Nullable;

/**
 * How a run is carried out, and what is kept of it.
 *
 * @param endTime when the run stops even if jobs are left, seconds; positive infinity to run until
 *     all jobs have ended. It must be finite if nodes come and go.
 * @param keepAttempts whether every attempt of every job is recorded with its nodes, for Gantt
 *     charts and timelines
 * @param hourlyUse if the use of each node group is to be kept hour by hour, how busy jobs keep
 *     their GPUs; otherwise null
 * @param decisionTime how long schedulers think on the simulated clock
 * @param demandCurve whether what is given out is kept over the demand that arrives
 */
public record RunOptions(
    double endTime,
    boolean keepAttempts,
    @Nullable BusyShare hourlyUse,
    DecisionTime decisionTime,
    boolean demandCurve) {
  /** Nothing is kept over the demand. */
  public RunOptions(
      double endTime,
      boolean keepAttempts,
      @Nullable BusyShare hourlyUse,
      DecisionTime decisionTime) {
    this(endTime, keepAttempts, hourlyUse, decisionTime, false);
  }

  /** Decisions take no time, and use is not kept hour by hour. */
  public RunOptions(double endTime, boolean keepAttempts) {
    this(endTime, keepAttempts, null, DecisionTime.NONE);
  }

  public RunOptions {
    if (!(endTime > 0)) {
      throw new IllegalArgumentException("The endTime (" + endTime + ") is not positive.");
    }
  }
}
