package org.edgetwin.agents.gp;

/**
 * The hyper-parameters of the kernel of {@link RandomWalkGp}: the standard deviation of each part
 * of a log slow-down, and how fast the drift forgets.
 *
 * @param commonSd of what all machines share
 * @param similaritySd of what machines with similar features share
 * @param behaviourSd of what machines that have behaved alike share; may be 0, while no groups are
 *     known
 * @param ownSd of what is a machine's own
 * @param driftSd of what wanders on each machine, an Ornstein-Uhlenbeck process
 * @param driftTime seconds in which the drift's autocorrelation falls to 1/e
 * @param classSd of what one class of jobs meets on one machine
 * @param noiseSd of a single observation
 */
public record KernelParameters(
    double commonSd,
    double similaritySd,
    double behaviourSd,
    double ownSd,
    double driftSd,
    double driftTime,
    double classSd,
    double noiseSd) {
  /**
   * Checks the fields.
   *
   * @throws IllegalArgumentException if one is not finite, or not positive
   */
  public KernelParameters {
    if (!(behaviourSd >= 0) || Double.isInfinite(behaviourSd)) {
      throw new IllegalArgumentException(
          "The sd of behaviour (" + behaviourSd + ") is negative or not finite.");
    }
    double[] positive = {commonSd, similaritySd, ownSd, driftSd, driftTime, classSd, noiseSd};
    for (double value : positive) {
      if (!(value > 0) || Double.isInfinite(value)) {
        throw new IllegalArgumentException(
            "A kernel parameter (" + value + ") is not positive and finite.");
      }
    }
  }

  /**
   * Where learning starts: machines differ by about a third, half of that their own; 15 % wanders
   * within half a day; an observation is good to 15 %. No groups of behaviour are known.
   */
  public static KernelParameters defaults() {
    return new KernelParameters(0.15, 0.15, 0, 0.25, 0.15, 12 * 3600, 0.1, 0.15);
  }

  /** Standard deviation of an observation of a machine nothing is known about. */
  public double priorSd() {
    return Math.sqrt(
        commonSd * commonSd
            + similaritySd * similaritySd
            + behaviourSd * behaviourSd
            + ownSd * ownSd
            + driftSd * driftSd
            + classSd * classSd
            + noiseSd * noiseSd);
  }

  /** Covariance of what two observations of one machine share beyond its level, noise left out. */
  double ownCovariance(boolean sameClass, double timeApart) {
    return ownSd * ownSd + driftCovariance(timeApart) + (sameClass ? classSd * classSd : 0);
  }

  /** Covariance of the drift of one machine at times this far apart, seconds. */
  double driftCovariance(double timeApart) {
    return driftSd * driftSd * Math.exp(-Math.abs(timeApart) / driftTime);
  }

  /** The same spread in all, with this share of what is a machine's own now shared by behaviour. */
  KernelParameters withBehaviourShare(double share) {
    double variance = ownSd * ownSd + behaviourSd * behaviourSd;
    return new KernelParameters(
        commonSd,
        similaritySd,
        Math.sqrt(share * variance),
        Math.sqrt((1 - share) * variance),
        driftSd,
        driftTime,
        classSd,
        noiseSd);
  }

  /** Natural logarithms, in the order of the fields; that of behaviour is left out. */
  double[] logarithms() {
    return new double[] {
      Math.log(commonSd),
      Math.log(similaritySd),
      Math.log(ownSd),
      Math.log(driftSd),
      Math.log(driftTime),
      Math.log(classSd),
      Math.log(noiseSd)
    };
  }

  /** The inverse of {@link #logarithms()} where nothing is shared by behaviour. */
  static KernelParameters ofLogarithms(double[] logs) {
    return new KernelParameters(
        Math.exp(logs[0]),
        Math.exp(logs[1]),
        0,
        Math.exp(logs[2]),
        Math.exp(logs[3]),
        Math.exp(logs[4]),
        Math.exp(logs[5]),
        Math.exp(logs[6]));
  }
}
