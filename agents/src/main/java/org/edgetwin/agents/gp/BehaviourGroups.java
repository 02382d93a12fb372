package org.edgetwin.agents.gp;

import java.util.Arrays;
import java.util.List;

/**
 * Groups of machines that behave alike, learned from what was seen: a group that no feature shows,
 * such as machines behind one slow switch, can only be found this way.
 *
 * <p>The persistent level of machine m is seen as x_m with variance e_m. The levels are taken to be
 * a mixture of K normal laws with means mu_k, weights pi_k and one common variance w, so that x_m
 * has the density sum_k pi_k N(mu_k, w + e_m). It is fitted by expectation maximisation
 * [dempster1977] for each K, and the K with the least 4 K ln M - 2 ln L is kept. That is the
 * Bayesian information criterion [schwarz1978] for the 2 K parameters with its penalty doubled,
 * because as it stands it splits one normal law too often where machines are few. One group means
 * that nothing was found.
 *
 * <p>A kernel whose similarity is computed from the very levels that it is to explain would be
 * preferred by the marginal likelihood however little there is to it. Hence the criterion here
 * decides whether there are groups and how much they explain, not the marginal likelihood.
 */
final class BehaviourGroups {
  private static final int MOST_GROUPS = 5;
  private static final int ITERATIONS = 100;

  /** Least variance within groups, as a share of the variance of all levels. */
  private static final double LEAST_WITHIN = 1e-3;

  private final double[] levels;
  private final double[] errors;
  private final double[] means;
  private final double[] weights;

  /** Probability of each group, by machine that has been seen. */
  private final double[][] memberships;

  private double within;
  private double logLikelihood;

  private BehaviourGroups(double[] levels, double[] errors, int groups) {
    this.levels = levels;
    this.errors = errors;
    means = new double[groups];
    weights = new double[groups];
    memberships = new double[levels.length][groups];
    double[] sorted = levels.clone();
    Arrays.sort(sorted);
    for (int k = 0; k < groups; k++) {
      means[k] = sorted[(int) ((k + 0.5) / groups * sorted.length)];
      weights[k] = 1.0 / groups;
    }
    double variance = variance(levels);
    within = variance / (groups * groups);
    for (int i = 0; i < ITERATIONS; i++) {
      expect();
      maximise(LEAST_WITHIN * variance);
    }
    expect();
  }

  /** The groups that the machines' histories show; machines without history belong to none. */
  static BehaviourGroups of(List<MachineEvidence> machines, KernelParameters parameters) {
    List<MachineEvidence> seen =
        machines.stream().filter(machine -> machine.precision() > 0).toList();
    double[] levels = new double[seen.size()];
    double[] errors = new double[seen.size()];
    for (int m = 0; m < levels.length; m++) {
      double precision = seen.get(m).precision();
      levels[m] = seen.get(m).weightedLevel() / precision;
      // The evidence counts the own part as noise of the shared level; here it belongs to it.
      errors[m] = 1 / precision - parameters.ownSd() * parameters.ownSd();
    }
    BehaviourGroups best = new BehaviourGroups(levels, errors, 1);
    for (int groups = 2; groups <= Math.min(MOST_GROUPS, levels.length); groups++) {
      BehaviourGroups candidate = new BehaviourGroups(levels, errors, groups);
      if (candidate.criterion() < best.criterion()) {
        best = candidate;
      }
    }
    return best;
  }

  private void expect() {
    logLikelihood = 0;
    for (int m = 0; m < levels.length; m++) {
      double variance = within + errors[m];
      double sum = 0;
      for (int k = 0; k < means.length; k++) {
        double z = levels[m] - means[k];
        memberships[m][k] = weights[k] * Math.exp(-z * z / (2 * variance));
        sum += memberships[m][k];
      }
      sum = Math.max(sum, Double.MIN_NORMAL);
      for (int k = 0; k < means.length; k++) {
        memberships[m][k] /= sum;
      }
      logLikelihood += Math.log(sum) - 0.5 * Math.log(2 * Math.PI * variance);
    }
  }

  private void maximise(double leastWithin) {
    double scatter = 0;
    for (int k = 0; k < means.length; k++) {
      double sum = 0;
      double precision = 0;
      double weighted = 0;
      for (int m = 0; m < levels.length; m++) {
        double share = memberships[m][k] / (within + errors[m]);
        sum += memberships[m][k];
        precision += share;
        weighted += share * levels[m];
      }
      means[k] = precision > 0 ? weighted / precision : means[k];
      weights[k] = sum / levels.length;
      for (int m = 0; m < levels.length; m++) {
        double gain = within / (within + errors[m]);
        double deviation = gain * (levels[m] - means[k]);
        scatter += memberships[m][k] * (deviation * deviation + gain * errors[m]);
      }
    }
    within = Math.max(leastWithin, scatter / levels.length);
  }

  private double criterion() {
    return 4 * means.length * Math.log(levels.length) - 2 * logLikelihood;
  }

  /** How many groups there are; 1 if the machines show none. */
  int count() {
    return means.length;
  }

  /** Share of the variance of the levels that lies between the groups, in [0, 1). */
  double share() {
    double mean = 0;
    for (int k = 0; k < means.length; k++) {
      mean += weights[k] * means[k];
    }
    double between = 0;
    for (int k = 0; k < means.length; k++) {
      between += weights[k] * (means[k] - mean) * (means[k] - mean);
    }
    return between / (between + within);
  }

  /**
   * The random walk kernel on the graph in which two machines are joined by the probability that
   * they are of one group; a machine without history is joined with no other.
   *
   * @param machines those that the groups were learned from
   */
  double[][] kernel(List<MachineEvidence> machines) {
    double[][] shares = new double[machines.size()][];
    double[] none = new double[weights.length];
    int seen = 0;
    for (int m = 0; m < shares.length; m++) {
      shares[m] = machines.get(m).precision() > 0 ? memberships[seen++] : none;
    }
    double[][] joint = new double[shares.length][shares.length];
    for (int a = 0; a < shares.length; a++) {
      for (int b = 0; b < a; b++) {
        joint[a][b] = CholeskyFactor.dot(shares[a], shares[b], weights.length);
        joint[b][a] = joint[a][b];
      }
    }
    return RandomWalkKernel.of(joint);
  }

  private static double variance(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    return Arrays.stream(values).map(x -> (x - mean) * (x - mean)).average().orElse(0);
  }
}
