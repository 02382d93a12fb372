package org.edgetwin.sim.job;

/**
 * What the user said about a job, and what a predictor would say.
 *
 * @param limitSeconds wall-clock limit the user asked for, seconds of running; positive infinity if
 *     none
 * @param limitEnforced whether the job is killed at its limit
 * @param estimateSeconds what a noisy predictor says of the job's work, reference seconds; NaN if
 *     there is none
 * @param deadlineTime latest wanted end, seconds since the start of the run; positive infinity if
 *     none
 * @param priority larger is more urgent
 * @param user name of the user; empty if unknown
 * @param pricePerCallUsd what the job pays when it is done, USD, instead of rent by the hour; NaN
 *     if it pays by the hour
 */
public record Terms(
    double limitSeconds,
    boolean limitEnforced,
    double estimateSeconds,
    double deadlineTime,
    int priority,
    String user,
    double pricePerCallUsd) {
  /** No limit, no estimate, no deadline. */
  public static final Terms NONE =
      new Terms(Double.POSITIVE_INFINITY, false, Double.NaN, Double.POSITIVE_INFINITY, 0, "");

  /** Terms of a job that pays by the hour. */
  public Terms(
      double limitSeconds,
      boolean limitEnforced,
      double estimateSeconds,
      double deadlineTime,
      int priority,
      String user) {
    this(limitSeconds, limitEnforced, estimateSeconds, deadlineTime, priority, user, Double.NaN);
  }

  /** The same with another estimate. */
  public Terms withEstimate(double newEstimateSeconds) {
    return new Terms(
        limitSeconds,
        limitEnforced,
        newEstimateSeconds,
        deadlineTime,
        priority,
        user,
        pricePerCallUsd);
  }

  /** Whether the job pays for being done and not for GPU-hours. */
  public boolean paysPerCall() {
    return !Double.isNaN(pricePerCallUsd);
  }

  /** Terms with a limit that is asked for but not enforced. */
  public static Terms limit(double seconds) {
    return new Terms(seconds, false, Double.NaN, Double.POSITIVE_INFINITY, 0, "");
  }
}
