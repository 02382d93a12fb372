package org.edgetwin.agents.evaluation;

import java.util.List;
import java.util.stream.Stream;
import org.edgetwin.sim.experiment.Interval;
import org.edgetwin.sim.metrics.Percentiles;
import org.jspecify.annotations.Nullable;
import umontreal.ssj.rng.RandomStream;

/**
 * Percentile intervals over training seeds and windows. Each resample draws as many seeds as there
 * are, and within each stratum as many windows as there are, with replacement. Rows and columns are
 * drawn apart, the pigeonhole bootstrap [owen2007], since all seeds meet the same windows. So is
 * the policy compared with its baseline on the same resampled windows. With one seed, only windows
 * vary: the interval then says nothing about another training.
 *
 * <p>All figures use the same resamples, so they move together and do not depend on their order.
 *
 * <p>With few seeds the interval is too narrow where seeds differ more than windows do: of normal
 * data whose variance is all between seeds, 83 % of the intervals hold the mean with 5 seeds, 89 %
 * with 10. Where neither seeds nor windows differ as such and all variance is between pairs, it is
 * too wide, 99 %.
 */
public final class StratifiedBootstrap {
  private static final double CONFIDENCE = 0.95;

  private final boolean windowsVary;
  private final Selection all;
  private final List<Selection> resamples;

  /**
   * Draws the resamples.
   *
   * @param seeds number of rows of the tables
   * @param strata of the columns of the tables
   * @param resamples such as 2,000
   */
  public StratifiedBootstrap(int seeds, Strata strata, int resamples, RandomStream stream) {
    this.windowsVary = strata.names().size() < strata.windows();
    this.all = Selection.all(seeds, strata.windows());
    this.resamples = Stream.generate(() -> draw(seeds, strata, stream)).limit(resamples).toList();
  }

  private static Selection draw(int seeds, Strata strata, RandomStream stream) {
    int[] seedArray = new int[seeds];
    stream.nextArrayOfInt(0, seeds - 1, seedArray, 0, seeds);
    int[] windowArray = new int[strata.windows()];
    int at = 0;
    for (String name : strata.names()) {
      int[] windows = strata.windowsOf(name);
      stream.nextArrayOfInt(0, windows.length - 1, windowArray, at, windows.length);
      for (int end = at + windows.length; at < end; at++) {
        windowArray[at] = windows[windowArray[at]];
      }
    }
    return new Selection(seedArray, windowArray);
  }

  /** A statistic on all seeds and windows, with its 95 % interval. */
  public BootstrapEstimate estimate(Statistic statistic) {
    return new BootstrapEstimate(statistic.on(all), windowsVary ? interval(statistic) : null);
  }

  private @Nullable Interval interval(Statistic statistic) {
    double[] values =
        resamples.stream()
            .mapToDouble(statistic::on)
            .filter(value -> !Double.isNaN(value))
            .sorted()
            .toArray();
    return values.length == 0
        ? null
        : new Interval(
            Percentiles.of(values, (1 - CONFIDENCE) / 2),
            Percentiles.of(values, (1 + CONFIDENCE) / 2));
  }
}
