package org.edgetwin.sim.selfcheck;

import java.util.List;

/** One row of the self-check: a case with an exact answer, in one or more cells. */
public final class CheckRow {
  private final String name;
  private final String basis;
  private final List<Check> checks;

  CheckRow(String name, String basis, Check... checks) {
    this(name, basis, List.of(checks));
  }

  CheckRow(String name, String basis, List<? extends Check> checks) {
    this.name = name;
    this.basis = basis;
    this.checks = List.copyOf(checks);
  }

  /** What is checked. */
  public String name() {
    return name;
  }

  /** Where the expected values come from, and how the case is put to the engine. */
  public String basis() {
    return basis;
  }

  /** Names of its cells, in the order of the results. */
  public List<String> cells() {
    return checks.stream().flatMap(check -> check.cells().stream()).toList();
  }

  List<Check> checks() {
    return checks;
  }
}
