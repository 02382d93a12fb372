package org.edgetwin.sim.experiment;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Holm's step-down correction [holm1979]: the chance of even one false verdict among all
 * comparisons stays below the level, whatever their dependence. Never weaker than Bonferroni's.
 */
final class HolmCorrection {
  private HolmCorrection() {}

  /**
   * Adjusted p-values, in the order given: a comparison is established at level alpha if and only
   * if its adjusted p-value is at most alpha.
   *
   * @param pValues NaN for a comparison that could not be made; it stays NaN and does not count
   */
  static double[] adjust(double[] pValues) {
    Integer[] order = new Integer[pValues.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> pValues[i]));
    int left = (int) Arrays.stream(pValues).filter(p -> !Double.isNaN(p)).count();
    double[] adjusted = new double[pValues.length];
    double largest = 0;
    // NaN sorts last.
    for (int i : order) {
      largest = Math.max(largest, Math.min(1, left * pValues[i]));
      adjusted[i] = Double.isNaN(pValues[i]) ? Double.NaN : largest;
      left--;
    }
    return adjusted;
  }
}
