package org.edgetwin.sim.metrics;

/**
 * Percentiles by linear interpolation between order statistics: type 7 of [hyndman1996], the
 * default of R and NumPy.
 */
public final class Percentiles {
  private Percentiles() {}

  /**
   * The value below which a share of the sample lies; NaN for an empty sample.
   *
   * @param sortedValues ascending, without NaN
   * @param share in [0, 1]
   */
  public static double of(double[] sortedValues, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "The share (" + share + ") is not in [0, 1]. Maybe a percentage?");
    }
    if (sortedValues.length == 0) {
      return Double.NaN;
    }
    double position = share * (sortedValues.length - 1);
    int below = (int) position;
    double value = sortedValues[below];
    double fraction = position - below;
    return fraction == 0 ? value : value + fraction * (sortedValues[below + 1] - value);
  }
}
