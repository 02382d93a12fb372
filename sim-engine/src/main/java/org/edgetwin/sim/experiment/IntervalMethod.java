package org.edgetwin.sim.experiment;

/** How an interval is made of the values of the replications. */
public enum IntervalMethod {
  /** Mean +- t(n - 1) standard errors; n at least 2. */
  STUDENT_T,
  /**
   * Percentiles of the means of 10,000 bootstrap samples [efron1993]; n at least 20. For figures
   * that are far from normal, such as a 99th percentile.
   */
  BOOTSTRAP_PERCENTILE
}
