package org.edgetwin.agents.gp;

import java.util.List;

/**
 * What the history of one machine says about its level, the part of its log slow-down that it
 * shares with other machines, and about the rest, given that level.
 *
 * <p>With z the n observed values and B the n x n covariance of everything but the level (own part,
 * drift, class, noise), z is normal with mean level x 1 and covariance B. So the history weighs as
 * one observation of the level: with precision p = 1' B^-1 1 and weighted value h = 1' B^-1 z.
 *
 * <p>Complexity: n^3/6 multiplications to make.
 */
final class MachineEvidence {
  private final MachineHistory history;
  private final KernelParameters parameters;
  private final CholeskyFactor factor;

  private final double[] halfValues;
  private final double[] halfOnes;
  private final double precision;
  private final double weightedLevel;

  /** z' B^-1 z. */
  private final double square;

  MachineEvidence(MachineHistory history, KernelParameters parameters) {
    this(history, parameters, 0, CholeskyFactor.EMPTY);
  }

  /**
   * The evidence of a longer or changed history of the same machine. The entries that both have in
   * front keep their part of the factor: one more entry costs n^2/2 multiplications.
   */
  MachineEvidence with(MachineHistory other) {
    return new MachineEvidence(other, parameters, inCommon(other), factor);
  }

  /** How many entries both histories have in front. */
  int inCommon(MachineHistory other) {
    List<MachineHistory.Entry> old = history.entries();
    List<MachineHistory.Entry> entries = other.entries();
    int same = 0;
    while (same < Math.min(old.size(), entries.size()) && old.get(same).equals(entries.get(same))) {
      same++;
    }
    return same;
  }

  private MachineEvidence(
      MachineHistory history, KernelParameters parameters, int same, CholeskyFactor before) {
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
      if (i >= same) {
        covariance[i] = covarianceWith(entry.workloadClass(), entry.time(), i + 1);
        covariance[i][i] += noiseVariance / entry.count();
      }
      values[i] = entry.logSlowdown();
      ones[i] = 1;
    }
    factor = before.extendedInPlace(covariance, same);
    halfValues = factor.forwardSolve(values);
    halfOnes = factor.forwardSolve(ones);
    precision = CholeskyFactor.dot(halfOnes, halfOnes, n);
    weightedLevel = CholeskyFactor.dot(halfOnes, halfValues, n);
    square = CholeskyFactor.dot(halfValues, halfValues, n);
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

  /** L^-1 z for the factor L of B; not to be changed. */
  double[] halfValues() {
    return halfValues;
  }

  /** L^-1 1; not to be changed. */
  double[] halfOnes() {
    return halfOnes;
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

  /** L^-1 b for the factor L of B. */
  double[] forwardSolve(double[] b) {
    return factor.forwardSolve(b);
  }

  /** The same, if the first numbers of it are known. */
  double[] forwardSolve(double[] b, double[] known, int count) {
    return factor.forwardSolve(b, known, count);
  }
}
