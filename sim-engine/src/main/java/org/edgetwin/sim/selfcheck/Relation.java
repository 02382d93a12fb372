package org.edgetwin.sim.selfcheck;

/** How the figure of a cell must relate to the expected one. */
public enum Relation {
  /** The interval contains the expected value. */
  EQUAL("="),
  /** The whole interval is above the expected value. */
  ABOVE(">"),
  /** The figure is at least the expected value. */
  AT_LEAST(">="),
  /** The figure is at most the expected value. */
  AT_MOST("<=");

  private final String symbol;

  Relation(String symbol) {
    this.symbol = symbol;
  }

  /** As it is printed before the expected value. */
  public String symbol() {
    return symbol;
  }

  boolean holds(double expected, double got, double low, double high) {
    return switch (this) {
      case EQUAL -> low <= expected && expected <= high;
      case ABOVE -> low > expected;
      case AT_LEAST -> got >= expected;
      case AT_MOST -> got <= expected;
    };
  }
}
