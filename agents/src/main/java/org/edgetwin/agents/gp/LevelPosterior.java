package org.edgetwin.agents.gp;

/**
 * The levels of all machines, normal with mean Sigma h and covariance Sigma, where h holds what
 * each machine's history says about its level, weighted by precision. Immutable.
 *
 * <p>Evidence about one machine that adds precision d changes the covariance by a matrix of rank
 * one (Sherman and Morrison): Sigma' = Sigma - d / (1 + d Sigma_mm) Sigma_m Sigma_m', with Sigma_m
 * the column of that machine. So an observation costs O(M^2), not O(M^3), for M machines.
 */
final class LevelPosterior {
  private final double[][] covariance;
  private final double[] weightedLevels;
  private final double[] means;

  private LevelPosterior(double[][] covariance, double[] weightedLevels) {
    this.covariance = covariance;
    this.weightedLevels = weightedLevels;
    means = new double[weightedLevels.length];
    for (int m = 0; m < means.length; m++) {
      means[m] = CholeskyFactor.dot(covariance[m], weightedLevels, means.length);
    }
  }

  /** Nothing seen yet; {@code covariance} is that of the prior, M x M, and is not changed. */
  static LevelPosterior prior(double[][] covariance) {
    return new LevelPosterior(covariance, new double[covariance.length]);
  }

  /** The posterior after a machine's evidence has changed. */
  LevelPosterior replace(int machine, MachineEvidence before, MachineEvidence after) {
    double[] weighted = weightedLevels.clone();
    weighted[machine] += after.weightedLevel() - before.weightedLevel();
    double added = after.precision() - before.precision();
    double[] column = covariance[machine];
    double factor = added / (1 + added * column[machine]);
    double[][] next = new double[covariance.length][];
    for (int i = 0; i < next.length; i++) {
      next[i] = covariance[i].clone();
      double scaled = factor * column[i];
      for (int j = 0; j < next.length; j++) {
        next[i][j] -= scaled * column[j];
      }
    }
    return new LevelPosterior(next, weighted);
  }

  double mean(int machine) {
    return means[machine];
  }

  double variance(int machine) {
    return covariance[machine][machine];
  }
}
