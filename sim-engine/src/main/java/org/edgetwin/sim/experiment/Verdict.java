package org.edgetwin.sim.experiment;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.edgetwin.sim.metrics.Metric;
import org.jspecify.annotations.Nullable;

/**
 * Which of two schedulers is better, or why that is not established.
 *
 * @param better name of the better one, or null
 * @param words the same in words
 */
record Verdict(@Nullable String better, String words) {
  private static final double LEVEL = 1 - Estimator.CONFIDENCE;

  /**
   * A scheduler that leaves the jobs that take longest unfinished looks fast in every figure about
   * those that finished. A lead is not accepted if it goes with a share of finished jobs that is
   * smaller by more than this.
   */
  private static final double FINISHED_SHARE_TOLERANCE = 0.001;

  private static final Set<Metric> COUNTS_OF_JOBS =
      EnumSet.of(
          Metric.JOBS_FINISHED, Metric.JOBS_FAILED, Metric.JOBS_REJECTED, Metric.JOBS_UNFINISHED);

  /**
   * Judges one comparison.
   *
   * @param diff a - b
   * @param pValue of this comparison alone; NaN if it could not be computed
   * @param adjusted corrected for all comparisons; NaN if the metric is no headline
   * @param family number of comparisons corrected for
   */
  static Verdict of(
      RunPair pair, Metric metric, double diff, double pValue, double adjusted, int family) {
    if (Double.isNaN(pValue)) {
      return none("too few replications in which both have a value");
    }
    if (Double.isNaN(adjusted)) {
      return none("not a declared headline metric; the interval is of this comparison alone");
    }
    if (adjusted > LEVEL) {
      return pValue > LEVEL
          ? none("the difference is within the noise")
          : none(
              String.format(
                  Locale.ROOT,
                  "not established after correction for %d comparisons (Holm p = %.3f)",
                  family,
                  adjusted));
    }
    boolean aIsBetter = diff < 0 == (metric.better() == Metric.Better.LOWER);
    double lead = pair.finishedShareDifference() * (aIsBetter ? 1 : -1);
    String winner = aIsBetter ? pair.a() : pair.b();
    if (lead < -FINISHED_SHARE_TOLERANCE && !COUNTS_OF_JOBS.contains(metric)) {
      return none(
          String.format(
              Locale.ROOT,
              "%s has the better figure, but finished a smaller share of its jobs (by %.2f %%)",
              winner,
              -100 * lead));
    }
    return new Verdict(
        winner,
        String.format(
            Locale.ROOT,
            "%s is better (Holm p = %.2g of %d comparisons)",
            winner,
            adjusted,
            family));
  }

  private static Verdict none(String reason) {
    return new Verdict(null, "no verdict: " + reason);
  }
}
