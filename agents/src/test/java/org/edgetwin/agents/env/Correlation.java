package org.edgetwin.agents.env;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of numbers that were seen, each beside a number that should not be. */
final class Correlation {
  private final List<float[]> rows = new ArrayList<>();
  private final List<Double> truths = new ArrayList<>();

  void add(float[] row, double truth) {
    rows.add(row);
    truths.add(truth);
  }

  /** Adds some columns of a matrix's row. */
  void add(float[] matrix, int row, int width, double truth) {
    add(Arrays.copyOfRange(matrix, row * width, (row + 1) * width), truth);
  }

  int size() {
    return rows.size();
  }

  /** The greatest correlation of a column with the truth, of values or of ranks, in size. */
  double greatest() {
    double[] truth = truths.stream().mapToDouble(Double::doubleValue).toArray();
    double[] truthRanks = ranks(truth);
    double greatest = 0;
    for (int column = 0; column < rows.get(0).length; column++) {
      int at = column;
      double[] values = rows.stream().mapToDouble(row -> row[at]).toArray();
      greatest = Math.max(greatest, Math.abs(pearson(values, truth)));
      greatest = Math.max(greatest, Math.abs(pearson(ranks(values), truthRanks)));
    }
    return greatest;
  }

  /** The same if the truth itself were a column: what a leak would look like. */
  double greatestWithProbe() {
    Correlation probed = new Correlation();
    for (int i = 0; i < rows.size(); i++) {
      float[] row = Arrays.copyOf(rows.get(i), rows.get(i).length + 1);
      row[row.length - 1] = (float) Math.log(truths.get(i));
      probed.add(row, truths.get(i));
    }
    return probed.greatest();
  }

  /** Middle ranks of equal values. */
  private static double[] ranks(double[] values) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] ranks = new double[values.length];
    for (int from = 0; from < order.length; ) {
      int to = from + 1;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + to - 1) / 2.0;
      }
      from = to;
    }
    return ranks;
  }

  private static double pearson(double[] x, double[] y) {
    double meanX = Arrays.stream(x).average().orElseThrow();
    double meanY = Arrays.stream(y).average().orElseThrow();
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - meanX) * (y[i] - meanY);
      xx += (x[i] - meanX) * (x[i] - meanX);
      yy += (y[i] - meanY) * (y[i] - meanY);
    }
    return xx == 0 || yy == 0 ? 0 : xy / Math.sqrt(xx * yy);
  }
}
