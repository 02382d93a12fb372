package org.edgetwin.sim.tuning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/**
 * What one parameter does to the metric over the settings that were drawn at random: the ratio to
 * the default on the replications that all of them met.
 *
 * @param explainedShare share of the variance of the ratios between bins of the value (the
 *     correlation ratio); NaN without a spread
 * @param rankCorrelation Spearman's, of value and ratio; NaN for fewer than three settings
 * @param bins settings by value, about as many in each
 */
public record Sensitivity(double explainedShare, double rankCorrelation, List<Bin> bins) {
  private static final int MOST_BINS = 8;
  private static final int LEAST_PER_BIN = 3;

  /** Settings of neighbouring values: middle value, and the ratios to the default. */
  public record Bin(double value, double mean, double least, double largest, int settings) {}

  private record Point(double value, double ratio) {}

  public Sensitivity {
    bins = List.copyOf(bins);
  }

  /**
   * Of a dimension.
   *
   * @param index of the dimension among the values of trials
   * @param usual name of the default
   */
  public static Sensitivity of(Dimension dimension, int index, List<Trial> trials, String usual) {
    int common = trials.stream().mapToInt(trial -> trial.costs().size()).min().orElse(0);
    double base =
        trials.stream()
            .filter(trial -> trial.scheduler().equals(usual))
            .findFirst()
            .orElseThrow()
            .mean(common);
    List<Point> points = new ArrayList<>();
    for (Trial trial : trials) {
      double ratio = trial.mean(common) / base;
      if (trial.phase() == Trial.Phase.RANDOM && Double.isFinite(ratio)) {
        points.add(new Point(trial.values().get(index), ratio));
      }
    }
    points.sort(Comparator.comparingDouble(Point::value));
    List<Bin> bins = bins(points);
    return new Sensitivity(explained(points, bins), correlation(points), bins);
  }

  private static List<Bin> bins(List<Point> points) {
    int count = Math.min(MOST_BINS, points.size() / LEAST_PER_BIN);
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Point> inside =
          points.subList(i * points.size() / count, (i + 1) * points.size() / count);
      bins.add(
          new Bin(
              inside.get(inside.size() / 2).value(),
              inside.stream().mapToDouble(Point::ratio).average().orElseThrow(),
              inside.stream().mapToDouble(Point::ratio).min().orElseThrow(),
              inside.stream().mapToDouble(Point::ratio).max().orElseThrow(),
              inside.size()));
    }
    return bins;
  }

  private static double explained(List<Point> points, List<Bin> bins) {
    double mean = points.stream().mapToDouble(Point::ratio).average().orElse(Double.NaN);
    double all = points.stream().mapToDouble(point -> Math.pow(point.ratio() - mean, 2)).sum();
    double between =
        bins.stream().mapToDouble(bin -> bin.settings() * Math.pow(bin.mean() - mean, 2)).sum();
    return all > 0 && !bins.isEmpty() ? between / all : Double.NaN;
  }

  private static double correlation(List<Point> points) {
    return points.size() < LEAST_PER_BIN
        ? Double.NaN
        : new SpearmansCorrelation()
            .correlation(
                points.stream().mapToDouble(Point::value).toArray(),
                points.stream().mapToDouble(Point::ratio).toArray());
  }
}
