package org.edgetwin.sim.experiment;

/** What a sample says of the mean of its population. */
sealed interface Inference permits StudentInference, BootstrapInference {
  /** Fewest values that it works with. */
  int minimum();

  /**
   * A confidence interval of the mean.
   *
   * @param sample at least {@link #minimum()} values
   * @param confidence such as 0.95
   */
  Interval interval(Sample sample, double confidence);

  /** Two-sided p-value of "the mean is 0". */
  double pValue(Sample sample);
}
