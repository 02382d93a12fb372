package org.edgetwin.gpu.reliability;

import org.edgetwin.gpu.table.Require;

/**
 * What saving a job's state costs, and what is lost without it, when failures come at a constant
 * rate. Pure functions; all times in seconds.
 *
 * @param checkpointSeconds d, time without progress that one checkpoint takes
 * @param restartSeconds R, from a failure until the job goes on from its last checkpoint
 * @param mtbfSeconds M, mean time between failures of all machines of the job together
 */
public record Checkpointing(double checkpointSeconds, double restartSeconds, double mtbfSeconds) {
  public Checkpointing {
    Require.positive("checkpointSeconds", checkpointSeconds);
    Require.within("restartSeconds", restartSeconds, 0, Double.MAX_VALUE);
    Require.positive("mtbfSeconds", mtbfSeconds);
  }

  /**
   * Mean time between failures of a gang: failures of any worker stop it.
   *
   * @param workerMtbfSeconds of one worker
   */
  public static double gangMtbfSeconds(double workerMtbfSeconds, int workers) {
    Require.positive("workerMtbfSeconds", workerMtbfSeconds);
    Require.within("workers", workers, 1, Integer.MAX_VALUE);
    return workerMtbfSeconds / workers;
  }

  /** Young's interval of work between two checkpoints, sqrt(2 d M) [young1974]. */
  public double youngSeconds() {
    return Math.sqrt(2 * checkpointSeconds * mtbfSeconds);
  }

  /**
   * Daly's interval, closer to the optimum where checkpoints are not short against M [daly2006]:
   * sqrt(2dM) (1 + x/3 + x^2/9) - d with x = sqrt(d / 2M); M for d of 2M or more.
   */
  public double dalySeconds() {
    if (checkpointSeconds >= 2 * mtbfSeconds) {
      return mtbfSeconds;
    }
    double x = Math.sqrt(checkpointSeconds / (2 * mtbfSeconds));
    return youngSeconds() * (1 + x / 3 + x * x / 9) - checkpointSeconds;
  }

  /**
   * Share of the time that is lost, to first order: d/tau + (tau/2 + R)/M. Good while it is small.
   *
   * @param intervalSeconds tau, work between two checkpoints
   */
  public double firstOrderWaste(double intervalSeconds) {
    Require.positive("intervalSeconds", intervalSeconds);
    return checkpointSeconds / intervalSeconds
        + (intervalSeconds / 2 + restartSeconds) / mtbfSeconds;
  }

  /**
   * Share of the time that is lost when failures are a Poisson process, also during checkpoints and
   * restarts: 1 - tau / (M e^(R/M) (e^((tau+d)/M) - 1)) [daly2006].
   *
   * @param intervalSeconds tau, work between two checkpoints
   */
  public double waste(double intervalSeconds) {
    Require.positive("intervalSeconds", intervalSeconds);
    double expectedSeconds =
        mtbfSeconds
            * Math.exp(restartSeconds / mtbfSeconds)
            * Math.expm1((intervalSeconds + checkpointSeconds) / mtbfSeconds);
    return 1 - intervalSeconds / expectedSeconds;
  }
}
