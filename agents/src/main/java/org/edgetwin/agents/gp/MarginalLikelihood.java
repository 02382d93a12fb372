package org.edgetwin.agents.gp;

import java.util.ArrayList;
import java.util.List;

/**
 * The log density of everything that was seen [rasmussen2006, section 5.4]. With z the n values and
 * A = B + Z S Z' their covariance (B block diagonal by machine, S that of the levels, Z which
 * machine each value belongs to) it is -1/2 z' A^-1 z - 1/2 ln|A| - n/2 ln 2 pi.
 *
 * <p>The matrix determinant lemma and Woodbury's identity reduce it to the machines: with P the
 * diagonal of the precisions, h the weighted levels and C = I + P^1/2 S P^1/2, ln|A| = ln|B| +
 * ln|C| and z' A^-1 z = z' B^-1 z - h' S h + |L^-1 P^1/2 S h|^2, where C = L L'. So it costs O(M^3)
 * after the blocks, not O(n^3).
 */
final class MarginalLikelihood {
  private MarginalLikelihood() {}

  /**
   * The natural logarithm of the density.
   *
   * @param machines evidence of each machine
   * @param levelCovariance prior covariance of the levels, M x M
   */
  static double logOf(List<MachineEvidence> machines, double[][] levelCovariance) {
    List<Integer> seen = new ArrayList<>();
    double atLevelZero = 0;
    for (int m = 0; m < machines.size(); m++) {
      if (machines.get(m).precision() > 0) {
        seen.add(m);
        atLevelZero += machines.get(m).logDensityAtLevelZero();
      }
    }
    int size = seen.size();
    double[][] capacitance = new double[size][];
    double[] predicted = new double[size];
    double explained = 0;
    for (int i = 0; i < size; i++) {
      MachineEvidence machine = machines.get(seen.get(i));
      double[] row = levelCovariance[seen.get(i)];
      double root = Math.sqrt(machine.precision());
      capacitance[i] = new double[i + 1];
      for (int j = 0; j < size; j++) {
        MachineEvidence other = machines.get(seen.get(j));
        double covariance = row[seen.get(j)];
        predicted[i] += root * covariance * other.weightedLevel();
        explained += machine.weightedLevel() * covariance * other.weightedLevel();
        if (j <= i) {
          capacitance[i][j] = root * covariance * Math.sqrt(other.precision());
        }
      }
      capacitance[i][i] += 1;
    }
    CholeskyFactor factor = CholeskyFactor.ofInPlace(capacitance);
    double[] half = factor.forwardSolve(predicted);
    return atLevelZero
        + 0.5 * (explained - CholeskyFactor.dot(half, half, size) - factor.logDeterminant());
  }
}
