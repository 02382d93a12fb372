package org.edgetwin.agents.gp;

import java.util.List;
import org.edgetwin.sim.belief.Prediction;

/**
 * What the history of one machine says about its level, the part of its log slow-down that it
 * shares with other machines, and about the rest, given that level.
 *
 * <p>With z the n observed values and B the n x n covariance of everything but the level (own part,
 * drift, class, noise), z is normal with mean level x 1 and covariance B. So the history weighs as
 * one observation of the level: with precision p = 1' B^-1 1 and weighted value h = 1' B^-1 z.
 *
 * <p>Complexity: n^3/6 multiplications to make, n^2/2 for a prediction.
 */
final class MachineEvidence {
  private final MachineHistory history;
  private final KernelParameters parameters;
  private final CholeskyFactor factor;

  /** B^-1 z and B^-1 1. */
  private final double[] solvedValues;

  private final double[] solvedOnes;

  private final double precision;
  private final double weightedLevel;

  /** z' B^-1 z. */
  private final double square;

  MachineEvidence(MachineHistory history, KernelParameters parameters) {
    this.history = history;
    this.parameters = parameters;
    List<MachineHistory.Entry> entries = history.entries();
    int n = entries.size();
    double noiseVariance = parameters.noiseSd() * parameters.noiseSd();
    double[][] covariance = new double[n][];
    double[] values = new double[n];
    double[] ones = new double[n];
    for (int i = 0; i < n; i++) {
      MachineHistory.Entry entry = entries.get(i);
      covariance[i] = covarianceWith(entry.workloadClass(), entry.time(), i + 1);
      covariance[i][i] += noiseVariance / entry.count();
      values[i] = entry.logSlowdown();
      ones[i] = 1;
    }
    factor = CholeskyFactor.ofInPlace(covariance);
    solvedValues = factor.solve(values);
    solvedOnes = factor.solve(ones);
    precision = CholeskyFactor.dot(ones, solvedOnes, n);
    weightedLevel = CholeskyFactor.dot(ones, solvedValues, n);
    square = CholeskyFactor.dot(values, solvedValues, n);
  }

  /** Covariances of one case with the first {@code count} entries, beyond the level. */
  private double[] covarianceWith(int workloadClass, double time, int count) {
    double[] covariance = new double[count];
    for (int i = 0; i < count; i++) {
      MachineHistory.Entry entry = history.entries().get(i);
      covariance[i] =
          parameters.ownCovariance(entry.workloadClass() == workloadClass, time - entry.time());
    }
    return covariance;
  }

  MachineHistory history() {
    return history;
  }

  /** p, the precision with which the level is seen; 0 without history. */
  double precision() {
    return precision;
  }

  /** h, the seen level times its precision. */
  double weightedLevel() {
    return weightedLevel;
  }

  /** ln N(z; 0, B): the log density of the values if the level were 0. */
  double logDensityAtLevelZero() {
    return -0.5 * (square + factor.logDeterminant() + history.size() * Math.log(2 * Math.PI));
  }

  /**
   * What an observation would be, if the level is normal with this mean and variance after
   * everything that was seen, this machine's history included.
   */
  Prediction predict(int workloadClass, double time, double levelMean, double levelVariance) {
    int n = history.size();
    double[] covariance = covarianceWith(workloadClass, time, n);
    double[] half = factor.forwardSolve(covariance);
    double weightOfLevel = 1 - CholeskyFactor.dot(covariance, solvedOnes, n);
    double mean = CholeskyFactor.dot(covariance, solvedValues, n) + weightOfLevel * levelMean;
    double variance =
        parameters.ownCovariance(true, 0)
            - CholeskyFactor.dot(half, half, n)
            + weightOfLevel * weightOfLevel * levelVariance
            + parameters.noiseSd() * parameters.noiseSd();
    return new Prediction(mean, Math.sqrt(variance));
  }
}
