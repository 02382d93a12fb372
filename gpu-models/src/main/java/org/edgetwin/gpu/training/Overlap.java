package org.edgetwin.gpu.training;

import org.edgetwin.gpu.table.Require;

/**
 * How much of the gradient exchange a step has to wait for. Gradients are sent in buckets while the
 * backward pass still runs; what is left when it ends is exposed, and the last buckets always are,
 *
 * <pre>exposed = f X + h/2 + sqrt(h^2 + (0.2 X)^2)/2,   h = (1 - f) X - r C </pre>
 *
 * <p>for an exchange of X seconds and a computation of C: the larger of f X and X - r C, with a
 * round corner between them.
 *
 * @param hiddenPerComputeSecond r, the seconds of exchange that a second of computation can hide
 * @param alwaysExposedShare f, the share of the exchange that nothing hides
 */
public record Overlap(double hiddenPerComputeSecond, double alwaysExposedShare) {
  /** Nothing hides: the exchange follows the computation. */
  public static final Overlap NONE = new Overlap(0, 1);

  /**
   * Share that nothing hides of the exchange of BERT, the one transformer of {@link FittedJobs}.
   */
  public static final double USUAL_EXPOSED_SHARE = 0.14;

  /** Width of the corner as a share of the exchange: set, not fitted. */
  private static final double CORNER = 0.2;

  public Overlap {
    Require.share("hiddenPerComputeSecond", hiddenPerComputeSecond);
    Require.share("alwaysExposedShare", alwaysExposedShare);
  }

  /** Seconds that a step waits for the exchange. */
  public double exposedSeconds(double exchangeSeconds, double computeSeconds) {
    if (alwaysExposedShare == 1) {
      return exchangeSeconds;
    }
    double always = alwaysExposedShare * exchangeSeconds;
    double rest = exchangeSeconds - always - hiddenPerComputeSecond * computeSeconds;
    return always + (rest + Math.hypot(rest, CORNER * exchangeSeconds)) / 2;
  }
}
