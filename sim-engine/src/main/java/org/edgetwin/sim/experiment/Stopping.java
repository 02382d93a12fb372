package org.edgetwin.sim.experiment;

import org.edgetwin.sim.metrics.Metric;

/**
 * Why an experiment that was to be precise stopped where it did.
 *
 * @param metric the figure that was to be precise
 * @param asked relative half-width that was asked for, such as 0.05
 * @param reached widest relative half-width at the end; infinite if there is no interval
 * @param replications of each scheduler at the end
 * @param reason why it stopped
 */
public record Stopping(
    Metric metric, double asked, double reached, int replications, Reason reason) {
  /** Why it stopped. */
  public enum Reason {
    PRECISE,
    /** The most replications allowed were made. */
    MOST_REPLICATIONS,
    /** Somebody stopped it. */
    INTERRUPTED
  }

  /** Why an experiment that ran {@linkplain Experiment#runUntil until} it was precise stopped. */
  public static Stopping of(Precision precision, ExperimentResult result) {
    Reason reason =
        precision.isReachedBy(result)
            ? Reason.PRECISE
            : result.complete() ? Reason.MOST_REPLICATIONS : Reason.INTERRUPTED;
    return new Stopping(
        precision.metric(),
        precision.relativeHalfWidth(),
        precision.widest(result),
        result.plan().replications(),
        reason);
  }
}
