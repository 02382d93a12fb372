package org.edgetwin.calibration.churn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/**
 * The product-limit estimate of a distribution from lives some of which had not ended [kaplan1958]:
 * at each age with deaths, the share of those still alive and watched that died. Without censoring
 * it is the empirical distribution. Immutable.
 */
final class KaplanMeier {
  /**
   * A jump of the distribution function.
   *
   * @param age where
   * @param before its value left of it
   * @param after its value from there on
   */
  record Jump(double age, double before, double after) {}

  private final List<Jump> jumpList;

  private KaplanMeier(List<Jump> jumpList) {
    this.jumpList = List.copyOf(jumpList);
  }

  /**
   * The estimate from ages at death and ages at which the watch ended.
   *
   * @param ages of any unit
   * @param died of the same length; false where a life was censored
   */
  static KaplanMeier of(double[] ages, boolean[] died) {
    TreeMap<Double, int[]> endsByAge = new TreeMap<>();
    for (int i = 0; i < ages.length; i++) {
      endsByAge.computeIfAbsent(ages[i], age -> new int[2])[died[i] ? 0 : 1]++;
    }
    List<Jump> jumps = new ArrayList<>();
    int watched = ages.length;
    double survival = 1;
    for (Map.Entry<Double, int[]> entry : endsByAge.entrySet()) {
      int deaths = entry.getValue()[0];
      if (deaths > 0) {
        double before = 1 - survival;
        survival *= 1 - (double) deaths / watched;
        jumps.add(new Jump(entry.getKey(), before, 1 - survival));
      }
      watched -= deaths + entry.getValue()[1];
    }
    return new KaplanMeier(jumps);
  }

  List<Jump> jumps() {
    return jumpList;
  }

  /** The least age that this share of the lives does not outlive; NaN where none was seen to. */
  double quantile(double probability) {
    for (Jump jump : jumpList) {
      if (jump.after >= probability) {
        return jump.age;
      }
    }
    return Double.NaN;
  }

  /**
   * The Kolmogorov-Smirnov distance to a law, over the ages that the estimate covers.
   *
   * @param below the probability of less than an age
   * @param upTo the probability of at most an age; the same function for a continuous law
   */
  double distance(DoubleUnaryOperator below, DoubleUnaryOperator upTo) {
    double distance = 0;
    for (Jump jump : jumpList) {
      distance =
          Math.max(
              distance,
              Math.max(
                  Math.abs(upTo.applyAsDouble(jump.age) - jump.after),
                  Math.abs(below.applyAsDouble(jump.age) - jump.before)));
    }
    return distance;
  }
}
