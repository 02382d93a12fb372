package org.edgetwin.sim.metrics;

/** The truncation rule of {@link WarmUp.Mser5}. */
final class MserRule {
  static final int BATCH = 5;

  /** With fewer batches a lucky pair of equal ones would decide. */
  private static final int LEAST_BATCHES = 10;

  private MserRule() {}

  /**
   * How many values at the start to delete: a multiple of {@link #BATCH}, at most half of them; 0
   * for a short series.
   *
   * @param values in time order
   */
  static int truncation(double[] values) {
    int batches = values.length / BATCH;
    if (batches < LEAST_BATCHES) {
      return 0;
    }
    // From the end, so that sums over the rest grow by one batch at a time.
    double sum = 0;
    double sumOfSquares = 0;
    double least = Double.POSITIVE_INFINITY;
    int best = 0;
    double shift = batchMean(values, batches - 1);
    for (int first = batches - 1; first >= 0; first--) {
      double mean = batchMean(values, first) - shift;
      sum += mean;
      sumOfSquares += mean * mean;
      int kept = batches - first;
      double squaredError = (sumOfSquares - sum * sum / kept) / ((double) kept * kept);
      if (2 * first <= batches && squaredError <= least) {
        least = squaredError;
        best = first;
      }
    }
    return best * BATCH;
  }

  private static double batchMean(double[] values, int batch) {
    double sum = 0;
    for (int i = 0; i < BATCH; i++) {
      sum += values[batch * BATCH + i];
    }
    return sum / BATCH;
  }
}
