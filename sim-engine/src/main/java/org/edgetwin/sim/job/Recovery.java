package org.edgetwin.sim.job;

import org.edgetwin.gpu.reliability.Checkpointing;

/**
 * What a job loses and pays when it stops before its end.
 *
 * @param restartSeconds time with the GPUs held and no progress, paid on every start but the first;
 *     a job that is stopped during it pays it again in full
 * @param checkpointIntervalSeconds seconds of progress between two checkpoints; 0 saves progress
 *     continuously, positive infinity never
 * @param checkpointSeconds time without progress that each periodic checkpoint takes
 * @param savesOnPreemption whether a preempted job keeps its progress; otherwise it falls back to
 *     its last checkpoint
 * @param maxRetries how often a job that lost its machine is queued again before it counts as
 *     failed
 * @param youngsInterval whether the interval is Young's for the machines a job stands on
 *     [young1974]; {@code checkpointIntervalSeconds} is then positive infinity
 * @param stepSeconds work of one step, reference seconds: no lease ends within a step, and a job
 *     that is preempted within one falls back to the last whole step; 0 for work without steps
 */
public record Recovery(
    double restartSeconds,
    double checkpointIntervalSeconds,
    double checkpointSeconds,
    boolean savesOnPreemption,
    int maxRetries,
    boolean youngsInterval,
    double stepSeconds) {
  /** Share of a step by which a sum of doubles may miss a whole one. */
  private static final double STEP_TOLERANCE = 1e-6;

  /**
   * Preemption is free and saves progress; a failure restarts the job from scratch, as often as
   * needed.
   */
  public static final Recovery DEFAULT =
      new Recovery(0, Double.POSITIVE_INFINITY, 0, true, Integer.MAX_VALUE);

  public Recovery {
    requireNonNegative("restartSeconds", restartSeconds);
    requireNonNegative("checkpointIntervalSeconds", checkpointIntervalSeconds);
    requireNonNegative("checkpointSeconds", checkpointSeconds);
    requireNonNegative("stepSeconds", stepSeconds);
    if (maxRetries < 0) {
      throw new IllegalArgumentException("The maxRetries (" + maxRetries + ") is negative.");
    }
    if (youngsInterval
        && !(checkpointSeconds > 0 && checkpointIntervalSeconds == Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Young's interval needs checkpoints that cost time, and no interval of its own.");
    }
  }

  /** Of work without steps. */
  public Recovery(
      double restartSeconds,
      double checkpointIntervalSeconds,
      double checkpointSeconds,
      boolean savesOnPreemption,
      int maxRetries,
      boolean youngsInterval) {
    this(
        restartSeconds,
        checkpointIntervalSeconds,
        checkpointSeconds,
        savesOnPreemption,
        maxRetries,
        youngsInterval,
        0);
  }

  /** Such, with an interval that is the same on all machines. */
  public Recovery(
      double restartSeconds,
      double checkpointIntervalSeconds,
      double checkpointSeconds,
      boolean savesOnPreemption,
      int maxRetries) {
    this(
        restartSeconds,
        checkpointIntervalSeconds,
        checkpointSeconds,
        savesOnPreemption,
        maxRetries,
        false);
  }

  /** Work that consists of steps. */
  public Recovery withStepSeconds(double seconds) {
    return new Recovery(
        restartSeconds,
        checkpointIntervalSeconds,
        checkpointSeconds,
        savesOnPreemption,
        maxRetries,
        youngsInterval,
        seconds);
  }

  /** The whole steps of an amount of work, both in reference seconds. */
  public double wholeSteps(double workSeconds) {
    return stepSeconds == 0
        ? workSeconds
        : Math.floor(workSeconds / stepSeconds + STEP_TOLERANCE) * stepSeconds;
  }

  /**
   * Young's interval of progress between two checkpoints [young1974], seconds; positive infinity
   * where nothing is ever lost.
   *
   * @param lossesPerSecond how often a job loses one of the machines it stands on
   */
  public double youngIntervalSeconds(double lossesPerSecond) {
    return lossesPerSecond > 0
        ? new Checkpointing(checkpointSeconds, restartSeconds, 1 / lossesPerSecond).youngSeconds()
        : Double.POSITIVE_INFINITY;
  }

  public Recovery withRestartSeconds(double seconds) {
    return new Recovery(
        seconds,
        checkpointIntervalSeconds,
        checkpointSeconds,
        savesOnPreemption,
        maxRetries,
        youngsInterval,
        stepSeconds);
  }

  private static void requireNonNegative(String name, double value) {
    if (!(value >= 0)) {
      throw new IllegalArgumentException(
          "The " + name + " (" + value + ") is negative or not a number.");
    }
  }
}
