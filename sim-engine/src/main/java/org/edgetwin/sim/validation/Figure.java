package org.edgetwin.sim.validation;

/**
 * One number that a check found, with its bar.
 *
 * @param name what it is, such as {@code mean error}
 * @param value as a plain number: 0.05 for 5 %
 * @param percent whether it is written in per cent
 * @param rule whether the bar is an upper or a lower one, or there is none
 * @param bar NaN if there is none
 */
public record Figure(String name, double value, boolean percent, Rule rule, double bar) {
  /** Which side of the bar is good. */
  public enum Rule {
    AT_MOST,
    AT_LEAST,
    /** No bar: the figure is reported. */
    REPORTED
  }

  /** An error of at most {@code bar}, written in per cent. */
  public static Figure percentAtMost(String name, double value, double bar) {
    return new Figure(name, value, true, Rule.AT_MOST, bar);
  }

  /** A share of at least {@code bar}, written in per cent. */
  public static Figure percentAtLeast(String name, double value, double bar) {
    return new Figure(name, value, true, Rule.AT_LEAST, bar);
  }

  /** An error or a share without a bar, written in per cent. */
  public static Figure percent(String name, double value) {
    return new Figure(name, value, true, Rule.REPORTED, Double.NaN);
  }

  /** At most {@code bar}. */
  public static Figure atMost(String name, double value, double bar) {
    return new Figure(name, value, false, Rule.AT_MOST, bar);
  }

  /** A number without a bar. */
  public static Figure reported(String name, double value) {
    return new Figure(name, value, false, Rule.REPORTED, Double.NaN);
  }

  /** Whether the bar is reached; true if there is none, false if the figure is no number. */
  public boolean passed() {
    return switch (rule) {
      case AT_MOST -> value <= bar;
      case AT_LEAST -> value >= bar;
      case REPORTED -> true;
    };
  }
}
