package org.edgetwin.gpu.sharing;

import java.util.List;
import org.apache.commons.math3.linear.RealVector;
import org.edgetwin.gpu.MeasuredGpu;

/**
 * Forecasts what jobs keep in pairs from pairs that were measured on the same GPU: a Gaussian
 * process on the logarithm of kept speed. It covers every kind of job; one whose family was never
 * seen gets the average of all pairs and a wide deviation.
 *
 * <p>Limits: pairs only, one GPU, no memory: whether jobs fit must be asked elsewhere. Building
 * takes O(n^3) for n measured pairs (tens of milliseconds for 300), a forecast O(n^2). Immutable.
 */
public final class PairPosterior {
  private final double centre;
  private final GaussianProcess mean;
  private final GaussianProcess difference;
  private final RealVector meanWeights;
  private final RealVector differenceWeights;

  /**
   * @param measured pairs that fit in memory, at least one of two different jobs
   */
  public PairPosterior(PairHyperparameters hyperparameters, List<MeasuredPair> measured) {
    PairSample means = new PairSample(Symmetry.MEAN, measured);
    PairSample differences = new PairSample(Symmetry.DIFFERENCE, measured);
    if (differences.pairs().isEmpty()) {
      throw new IllegalArgumentException(
          "No measured pair has two different jobs. Maybe measure each job beside another one.");
    }
    centre = PairSample.centre(measured);
    mean = new GaussianProcess(Symmetry.MEAN, hyperparameters.mean(), means.pairs());
    difference =
        new GaussianProcess(Symmetry.DIFFERENCE, hyperparameters.difference(), differences.pairs());
    meanWeights = mean.weights(means.values());
    differenceWeights = difference.weights(differences.values());
  }

  /** From all of Gavel's pairs that fit on this GPU, with the shipped hyper-parameters. */
  public static PairPosterior shipped(MeasuredGpu gpu) {
    return new PairPosterior(PairHyperparameters.shipped(gpu), GavelPairs.fitting(gpu));
  }

  /** What one more measurement would say that {@code self} keeps beside {@code other}. */
  public KeptSpeed kept(JobKind self, JobKind other) {
    JobPair pair = new JobPair(self, other);
    RealVector withMeans = mean.with(pair);
    RealVector withDifferences = difference.with(pair);
    return new KeptSpeed(
        centre + withMeans.dotProduct(meanWeights) + withDifferences.dotProduct(differenceWeights),
        Math.sqrt(
            mean.forecastVariance(pair, withMeans)
                + difference.forecastVariance(pair, withDifferences)));
  }

  /** The middle of {@link #kept}, without its deviation: O(n). */
  public double keptMedian(JobKind self, JobKind other) {
    JobPair pair = new JobPair(self, other);
    double log =
        centre
            + mean.with(pair).dotProduct(meanWeights)
            + difference.with(pair).dotProduct(differenceWeights);
    return Math.min(1, Math.exp(log));
  }
}
