package org.edgetwin.agents.evaluation;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** A figure of each (seed, window) pair; NaN where it is undefined. */
public final class ScoreTable {
  private final double[][] scores;

  /** The figure of one pair. */
  @FunctionalInterface
  interface Entry {
    double at(int seed, int window);
  }

  ScoreTable(int seeds, int windows, Entry entry) {
    scores = new double[seeds][windows];
    for (int seed = 0; seed < seeds; seed++) {
      for (int window = 0; window < windows; window++) {
        scores[seed][window] = entry.at(seed, window);
      }
    }
  }

  public int seeds() {
    return scores.length;
  }

  public int windows() {
    return scores[0].length;
  }

  public double at(int seed, int window) {
    return scores[seed][window];
  }

  /** The scores of all pairs put together; undefined ones are left out. */
  public Statistic aggregate(Aggregate aggregate) {
    return chosen -> aggregate.of(defined(chosen));
  }

  /** The share of pairs with a score of at most {@code bound}. */
  public Statistic shareAtMost(double bound) {
    return map(score -> Double.isNaN(score) ? score : score <= bound ? 1 : 0)
        .aggregate(Aggregate.MEAN);
  }

  ScoreTable map(DoubleUnaryOperator function) {
    return new ScoreTable(
        seeds(), windows(), (seed, window) -> function.applyAsDouble(scores[seed][window]));
  }

  private double[] defined(Selection chosen) {
    double[] values = new double[chosen.size()];
    int n = 0;
    for (int seed : chosen.seedArray()) {
      double[] row = scores[seed];
      for (int window : chosen.windowArray()) {
        if (!Double.isNaN(row[window])) {
          values[n++] = row[window];
        }
      }
    }
    return n == values.length ? values : Arrays.copyOf(values, n);
  }
}
