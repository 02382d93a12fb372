package org.edgetwin.gpu.operators;

import java.util.List;

/**
 * Times of matrix products measured on one GPU, and interpolation between them: the time over an
 * ideal one, averaged in the log over the nearest measured products by inverse squared distance in
 * the logs of their sizes.
 *
 * <p>O(measured products) per look-up, one pass.
 */
public final class OperatorTable {
  private static final int NEIGHBOURS = 6;

  /** Keeps a measured product from answering alone for its close neighbours. */
  private static final double SOFTENING = 0.01;

  private static final double FP32_BYTES = 4;

  /**
   * A measured product.
   *
   * @param seconds its time, s
   */
  public record Measured(MatrixProduct product, double seconds) {}

  private final GpuTraits gpu;
  private final double[][] positions;
  private final double[] logRatios;

  /** A table of products in FP32 measured on a GPU. */
  public OperatorTable(GpuTraits gpu, List<Measured> measured) {
    if (measured.isEmpty()) {
      throw new IllegalArgumentException(
          "The operator table of " + gpu.id() + " is empty. Maybe it was measured elsewhere?");
    }
    this.gpu = gpu;
    positions = measured.stream().map(m -> position(m.product())).toArray(double[][]::new);
    logRatios =
        measured.stream()
            .mapToDouble(m -> Math.log(m.seconds() / idealSeconds(m.product())))
            .toArray();
  }

  /** Time of a product, s. */
  public double seconds(MatrixProduct product) {
    double[] distances = new double[NEIGHBOURS];
    int[] nearest = new int[NEIGHBOURS];
    int count = nearest(position(product), distances, nearest);
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < count; i++) {
      double weight = 1 / (distances[i] + SOFTENING);
      sum += weight * logRatios[nearest[i]];
      weights += weight;
    }
    return idealSeconds(product) * Math.exp(sum / weights);
  }

  /** Fills in the nearest products in order of their squared distance, and says how many. */
  private int nearest(double[] position, double[] distances, int[] nearest) {
    int count = 0;
    for (int i = 0; i < positions.length; i++) {
      double distance = squaredDistance(position, positions[i]);
      if (count == NEIGHBOURS && distance >= distances[count - 1]) {
        continue;
      }
      int at = count < NEIGHBOURS ? count++ : count - 1;
      for (; at > 0 && distances[at - 1] > distance; at--) {
        distances[at] = distances[at - 1];
        nearest[at] = nearest[at - 1];
      }
      distances[at] = distance;
      nearest[at] = i;
    }
    return count;
  }

  private double idealSeconds(MatrixProduct product) {
    return product.flops() / gpu.fp32FlopsPerSecond()
        + product.bytes(FP32_BYTES) / gpu.specBytesPerSecond();
  }

  private static double[] position(MatrixProduct product) {
    return new double[] {
      Math.log((double) product.batch()),
      Math.log((double) product.rows()),
      Math.log((double) product.columns()),
      Math.log((double) product.inner())
    };
  }

  private static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }
}
