package org.edgetwin.gpu.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A number for every ordered pair of places, interpolated from pairs that were measured: a Gaussian
 * process [rasmussen2006] whose covariance is the product of the similarities of the two ends. Its
 * mean at a pair (a, b) is {@code variance * sum_ij k(a, i) w_ij k(b, j)} over the known sites.
 * Immutable.
 *
 * <p>Takes O(1) for two known sites, O(n^2) if one is new.
 */
public final class PairField {
  private final List<Site> sites;
  private final SiteKernel kernel;
  private final double variance;
  private final double[] weights;
  private final double[] values;
  private final Map<String, Integer> indexById = new HashMap<>();

  /**
   * @param sites n of them
   * @param weights double[n][n], row-major; 0 for a pair that was not measured
   */
  public PairField(List<Site> sites, SiteKernel kernel, double variance, double[] weights) {
    this.sites = List.copyOf(sites);
    this.kernel = kernel;
    this.variance = variance;
    this.weights = weights.clone();
    if (weights.length != sites.size() * sites.size()) {
      throw new IllegalArgumentException(
          "There are " + weights.length + " weights for " + sites.size() + " sites.");
    }
    for (int i = 0; i < sites.size(); i++) {
      indexById.put(sites.get(i).id(), i);
    }
    values = sandwich(kernel.matrix(sites));
  }

  /** The value from one place to another. */
  public double value(Site from, Site to) {
    int i = index(from);
    int j = index(to);
    int count = sites.size();
    if (i >= 0 && j >= 0) {
      return values[i * count + j];
    }
    double[] fromSimilarity = similarities(from);
    double[] toSimilarity = similarities(to);
    double sum = 0;
    for (int row = 0; row < count; row++) {
      double inner = 0;
      for (int column = 0; column < count; column++) {
        inner += weights[row * count + column] * toSimilarity[column];
      }
      sum += fromSimilarity[row] * inner;
    }
    return variance * sum;
  }

  /** Whether both places are among the known sites. */
  public boolean knows(Site from, Site to) {
    return index(from) >= 0 && index(to) >= 0;
  }

  /** Whether this very pair was measured. */
  public boolean isMeasured(Site from, Site to) {
    return knows(from, to) && weights[index(from) * sites.size() + index(to)] != 0;
  }

  public List<Site> sites() {
    return sites;
  }

  /**
   * Weight of each ordered pair.
   *
   * @return double[n][n], row-major, a copy
   */
  public double[] weights() {
    return weights.clone();
  }

  private int index(Site site) {
    return indexById.getOrDefault(site.id(), -1);
  }

  private double[] similarities(Site site) {
    return sites.stream().mapToDouble(known -> kernel.similarity(site, known)).toArray();
  }

  private double[] sandwich(double[] similarity) {
    double[] product = SquareMatrices.product(similarity, weights, sites.size());
    double[] result = SquareMatrices.product(product, similarity, sites.size());
    for (int i = 0; i < result.length; i++) {
      result[i] *= variance;
    }
    return result;
  }
}
