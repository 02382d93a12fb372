package org.edgetwin.gpu.sharing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Says which pairs to measure next: one after the other, the pair whose measurement takes most of
 * the variance that is left, summed over all candidates. What is measured does not matter for that,
 * only which pairs are, so a plan can be made before the first measurement.
 *
 * <p>Greedy, as is usual for such plans [krause2008]. O(n^3) for the known pairs, then O(c^2) per
 * probe for c candidates.
 */
public final class ProbePlanner {
  private final PairHyperparameters hyperparameters;

  public ProbePlanner(PairHyperparameters hyperparameters) {
    this.hyperparameters = hyperparameters;
  }

  /**
   * The next probes, most useful first.
   *
   * @param known pairs already measured, at least one of two different jobs
   * @param candidates pairs that matter and can be measured; those that do not fit in memory left
   *     out
   * @param count how many probes; at most the number of candidates
   */
  public List<JobPair> next(List<JobPair> known, List<JobPair> candidates, int count) {
    if (count < 0 || count > candidates.size()) {
      throw new IllegalArgumentException(
          "Cannot choose %d probes of %d candidates. Maybe ask for fewer."
              .formatted(count, candidates.size()));
    }
    List<Uncertainty> uncertainties =
        List.of(
            uncertainty(Symmetry.MEAN, known, candidates),
            uncertainty(Symmetry.DIFFERENCE, known, candidates));
    List<JobPair> probes = new ArrayList<>();
    boolean[] taken = new boolean[candidates.size()];
    for (int n = 0; n < count; n++) {
      int best = best(uncertainties, taken);
      taken[best] = true;
      probes.add(candidates.get(best));
      uncertainties.forEach(uncertainty -> uncertainty.measure(best));
    }
    return probes;
  }

  private static int best(List<Uncertainty> uncertainties, boolean[] taken) {
    int best = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < taken.length; c++) {
      if (!taken[c]) {
        double gain = uncertainties.get(0).gain(c) + uncertainties.get(1).gain(c);
        if (gain > most) {
          most = gain;
          best = c;
        }
      }
    }
    return best;
  }

  private Uncertainty uncertainty(
      Symmetry symmetry, List<JobPair> known, List<JobPair> candidates) {
    List<JobPair> seen =
        known.stream().filter(pair -> symmetry == Symmetry.MEAN || !pair.isTwins()).toList();
    if (seen.isEmpty()) {
      throw new IllegalArgumentException(
          "No known pair has two different jobs. Maybe measure one pair first.");
    }
    GaussianProcess process = new GaussianProcess(symmetry, hyperparameters.of(symmetry), seen);
    double[] noise = candidates.stream().mapToDouble(process::noise).toArray();
    return new Uncertainty(process.posterior(candidates), noise);
  }

  /** Covariances of one process over the candidates, given all that is known and chosen. */
  private static final class Uncertainty {
    private final double[][] covariance;
    private final double[] noise;

    Uncertainty(double[][] covariance, double[] noise) {
      this.covariance = covariance;
      this.noise = noise;
    }

    /** What measuring candidate c takes off the summed variance. */
    double gain(int c) {
      return Arrays.stream(covariance[c]).map(x -> x * x).sum() / (covariance[c][c] + noise[c]);
    }

    void measure(int c) {
      double[] row = covariance[c].clone();
      double scale = 1 / (row[c] + noise[c]);
      for (int i = 0; i < row.length; i++) {
        for (int j = 0; j < row.length; j++) {
          covariance[i][j] -= scale * row[i] * row[j];
        }
      }
    }
  }
}
