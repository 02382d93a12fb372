package org.edgetwin.sim.experiment;

import java.util.stream.DoubleStream;
import org.edgetwin.sim.metrics.Metric;
import org.jspecify.annotations.Nullable;

/**
 * How well an experiment shall know one figure before it stops: the half-width of every paired
 * difference (of the mean, if there is one scheduler) relative to the smaller of the two means.
 *
 * <p>The rule of [chow1965], in batches: it looks at the width of the intervals, never at what they
 * say, so it does not favour a verdict.
 *
 * <p>Limits: an interval is a little too narrow where the rule stopped because the spread happened
 * to look small. Begun with {@value #FIRST_BATCH} replications, intervals that say 95 % hold at
 * least 94 % of the time for normal differences, whatever width is asked for; {@code
 * docs/statistics.md} has a table, for skewed ones too.
 *
 * @param metric the figure
 * @param relativeHalfWidth such as 0.01 for +- 1 %
 * @param maximum most replications
 */
public record Precision(Metric metric, double relativeHalfWidth, int maximum) {
  /** Replications to begin with. */
  public static final int FIRST_BATCH = 20;

  public Precision {
    if (!(relativeHalfWidth > 0)) {
      throw new IllegalArgumentException(
          "The relativeHalfWidth (" + relativeHalfWidth + ") is not positive.");
    }
  }

  /** Whether a result is as precise as wanted. */
  public boolean isReachedBy(ExperimentResult result) {
    return excess(result) <= 1;
  }

  /**
   * Replications to have next: what the present spread asks for, at most twice as many as now; the
   * present number if nothing more is to be done.
   */
  int next(ExperimentResult result) {
    int now = result.plan().replications();
    double excess = excess(result);
    if (excess <= 1 || now >= maximum) {
      return now;
    }
    double wanted = Math.min(Math.ceil(now * excess * excess), 2.0 * now);
    return (int) Math.min(maximum, Math.max(now + 1, wanted));
  }

  /** How many times too wide the widest interval is; infinite where there is none. */
  private double excess(ExperimentResult result) {
    return widest(result) / relativeHalfWidth;
  }

  /** The widest relative half-width; infinite where there is none. */
  double widest(ExperimentResult result) {
    DoubleStream relativeWidths =
        result.schedulers().size() == 1
            ? result.schedulers().stream()
                .map(scheduler -> scheduler.estimate(metric))
                .mapToDouble(e -> relative(e.ci95(), Math.abs(e.mean())))
            : result.pairs().stream()
                .filter(pair -> pair.metric() == metric)
                .mapToDouble(
                    pair ->
                        relative(
                            pair.ci95(), Math.min(mean(result, pair.a()), mean(result, pair.b()))));
    return relativeWidths.max().orElse(Double.POSITIVE_INFINITY);
  }

  private static double relative(@Nullable Interval interval, double mean) {
    if (interval == null) {
      return Double.POSITIVE_INFINITY;
    }
    return interval.halfWidth() == 0 ? 0 : interval.halfWidth() / mean;
  }

  private double mean(ExperimentResult result, String scheduler) {
    return Math.abs(result.scheduler(scheduler).orElseThrow().estimate(metric).mean());
  }
}
