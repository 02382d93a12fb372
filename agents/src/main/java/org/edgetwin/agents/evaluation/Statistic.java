package org.edgetwin.agents.evaluation;

/** A figure of one or several tables. */
@FunctionalInterface
public interface Statistic {
  /** Its value on the chosen seeds and windows; NaN if it is undefined there. */
  double on(Selection chosen);
}
