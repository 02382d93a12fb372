package org.edgetwin.cli.bench;

import java.util.List;

/**
 * What one part of the benchmark found.
 *
 * @param name short key
 * @param title one sentence: what was measured
 * @param columns what the values of a row are
 * @param rows one for each contender or case
 * @param bars what the figures must reach
 */
public record BenchTable(
    String name, String title, List<Column> columns, List<Row> rows, List<Bar> bars) {

  public BenchTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    bars = List.copyOf(bars);
    for (Row row : rows) {
      if (row.values().size() != columns.size()) {
        throw new IllegalArgumentException("The row " + row + " does not fit " + columns + ".");
      }
    }
  }

  /**
   * A column of figures.
   *
   * @param key its name for machines, with the unit
   * @param heading its name for people, with the unit
   * @param decimals digits shown after the point
   */
  public record Column(String key, String heading, int decimals) {}

  /**
   * One contender or case.
   *
   * @param values one for each column; NaN where there is none
   */
  public record Row(String name, List<Double> values) {
    public Row {
      values = List.copyOf(values);
    }
  }

  /**
   * A figure and the limit it must keep.
   *
   * @param claim what the figure is
   * @param atLeast whether the limit is the least that is good, or else the most
   */
  public record Bar(String claim, double value, double limit, boolean atLeast) {
    static Bar atLeast(double limit, String claim, double value) {
      return new Bar(claim, value, limit, true);
    }

    static Bar atMost(double limit, String claim, double value) {
      return new Bar(claim, value, limit, false);
    }

    /** Whether the figure keeps the limit. */
    public boolean met() {
      return atLeast ? value >= limit : value <= limit;
    }
  }
}
