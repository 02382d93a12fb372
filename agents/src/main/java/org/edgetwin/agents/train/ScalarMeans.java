package org.edgetwin.agents.train;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Means of named numbers. */
final class ScalarMeans {
  private final SortedMap<String, double[]> sums = new TreeMap<>();

  void add(String tag, double value) {
    double[] sum = sums.computeIfAbsent(tag, key -> new double[2]);
    sum[0] += value;
    sum[1]++;
  }

  SortedMap<String, Double> means() {
    SortedMap<String, Double> means = new TreeMap<>();
    sums.forEach((tag, sum) -> means.put(tag, sum[0] / sum[1]));
    return Collections.unmodifiableSortedMap(means);
  }
}
