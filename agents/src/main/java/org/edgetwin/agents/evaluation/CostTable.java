package org.edgetwin.agents.evaluation;

import java.util.Arrays;

/**
 * What a scheduler cost in each test window, such as the mean completion time in seconds: a row for
 * each training seed, a column for each window. A rule is not trained and has one row.
 */
public final class CostTable {
  private final double[][] costs;

  /**
   * @param costs {@code double[seeds][windows]}, positive and finite, at least one of each
   * @throws IllegalArgumentException if rows differ in length or a cost is not positive and finite
   */
  public CostTable(double[][] costs) {
    if (costs.length == 0 || costs[0].length == 0) {
      throw new IllegalArgumentException("There are no costs.");
    }
    this.costs = new double[costs.length][];
    for (int seed = 0; seed < costs.length; seed++) {
      this.costs[seed] = checked(seed, costs[seed], costs[0].length);
    }
  }

  /** The table of a rule: one row. */
  public static CostTable ofRule(double... costs) {
    return new CostTable(new double[][] {costs});
  }

  private static double[] checked(int seed, double[] row, int windows) {
    if (row.length != windows) {
      throw new IllegalArgumentException(
          "Row 0 has " + windows + " windows, row " + seed + " has " + row.length + ".");
    }
    for (int window = 0; window < windows; window++) {
      if (!(row[window] > 0 && row[window] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            String.format(
                "The cost of seed %d in window %d (%s) is not positive and finite. Maybe no job"
                    + " finished there?",
                seed, window, row[window]));
      }
    }
    return row.clone();
  }

  public int seeds() {
    return costs.length;
  }

  public int windows() {
    return costs[0].length;
  }

  public double at(int seed, int window) {
    return costs[seed][window];
  }

  /** The mean over all seeds and windows. */
  public double mean() {
    return mean(Selection.all(seeds(), windows()));
  }

  /** The mean over the chosen seeds and windows. */
  double mean(Selection chosen) {
    double sum = 0;
    for (int seed : chosen.seedArray()) {
      for (int window : chosen.windowArray()) {
        sum += costs[seed][window];
      }
    }
    return sum / chosen.size();
  }

  /** The same seeds in some of the windows, in the order given. */
  public CostTable only(int... windows) {
    double[][] part = new double[seeds()][];
    for (int seed = 0; seed < seeds(); seed++) {
      double[] row = costs[seed];
      part[seed] = Arrays.stream(windows).mapToDouble(window -> row[window]).toArray();
    }
    return new CostTable(part);
  }

  /** One row: the mean over the seeds, in each window. */
  public CostTable meanOverSeeds() {
    double[] means = new double[windows()];
    for (int window = 0; window < means.length; window++) {
      int column = window;
      means[window] = Arrays.stream(costs).mapToDouble(row -> row[column]).average().orElseThrow();
    }
    return ofRule(means);
  }

  /**
   * Checks that this is a rule's table over the windows of a policy.
   *
   * @throws IllegalArgumentException if it is not
   */
  void requireRuleFor(CostTable policy) {
    if (seeds() != 1 || windows() != policy.windows()) {
      throw new IllegalArgumentException(
          String.format(
              "A baseline of %d rows and %d windows for a policy of %d windows. Maybe take the mean"
                  + " over its seeds?",
              seeds(), windows(), policy.windows()));
    }
  }
}
