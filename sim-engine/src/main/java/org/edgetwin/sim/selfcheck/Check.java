package org.edgetwin.sim.selfcheck;

import java.util.List;

/** One experiment of a row, for one or more of its cells. Immutable. */
interface Check {
  /** Names of its cells, in the order of the results. */
  List<String> cells();

  /** Runs it; the same row, mode and seed give the same results. */
  List<CheckResult> run(String row, Mode mode, long seed);
}
