package org.edgetwin.sim.selfcheck;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.kernel.Streams;

/**
 * Figures without statistical error, or with the error already in the figure: each must relate to
 * its expected value as said, up to rounding.
 *
 * @param name part of the names of its random streams
 */
record ExactCheck(String name, List<Cell> expected, Measurement measurement) implements Check {
  /**
   * What one cell must show.
   *
   * @param tolerancePercent how far the figure may be off, per cent of the expected value; 0 but
   *     for rounding
   */
  record Cell(String name, Relation relation, double expected, double tolerancePercent) {
    Cell(String name, Relation relation, double expected) {
      this(name, relation, expected, 0);
    }
  }

  /** One figure for each cell. */
  interface Measurement {
    double[] measure(Streams streams, Mode mode);
  }

  @Override
  public List<String> cells() {
    return expected.stream().map(Cell::name).toList();
  }

  @Override
  public List<CheckResult> run(String row, Mode mode, long seed) {
    double[] got = measurement.measure(new Streams(seed, 1).scoped("selfcheck/" + name), mode);
    List<CheckResult> results = new ArrayList<>();
    for (int i = 0; i < expected.size(); i++) {
      Cell cell = expected.get(i);
      results.add(
          CheckResult.exact(
              row, cell.name(), cell.relation(), cell.expected(), got[i], cell.tolerancePercent()));
    }
    return results;
  }
}
