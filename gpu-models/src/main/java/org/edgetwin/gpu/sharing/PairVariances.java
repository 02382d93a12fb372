package org.edgetwin.gpu.sharing;

import java.util.Arrays;

/**
 * Hyper-parameters of one process: the weight of each part of {@link PairKernel}, and the variance
 * of one measurement's noise.
 */
public final class PairVariances {
  private final double[] parts;
  private final double noise;

  /**
   * @param parts {@code double[PairKernel.PARTS]}, positive
   * @param noise positive
   */
  public PairVariances(double[] parts, double noise) {
    if (parts.length != PairKernel.PARTS
        || !(noise > 0)
        || Arrays.stream(parts).anyMatch(part -> !(part > 0))) {
      throw new IllegalArgumentException(
          "The variances %s and %s must be %d and one positive numbers."
              .formatted(Arrays.toString(parts), noise, PairKernel.PARTS));
    }
    this.parts = parts.clone();
    this.noise = noise;
  }

  public double part(int part) {
    return parts[part];
  }

  public double noise() {
    return noise;
  }

  /**
   * Covariance of two pairs, without noise; {@code scratch} has {@link PairKernel#PARTS} places.
   */
  double covariance(JobPair p, JobPair q, Symmetry symmetry, double[] scratch) {
    PairKernel.parts(p, q, symmetry, scratch);
    double sum = 0;
    for (int i = 0; i < parts.length; i++) {
      sum += parts[i] * scratch[i];
    }
    return sum;
  }
}
