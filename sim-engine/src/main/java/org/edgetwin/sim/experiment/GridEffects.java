package org.edgetwin.sim.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.edgetwin.sim.metrics.Metric;

/**
 * What the choice of the ordering and that of the placement explain of the differences in a grid:
 * the two-way layout with one mean per cell [montgomery2017]. The sum of squares of the cell means
 * about their common mean falls into a part of the rows, one of the columns, and a rest, the
 * interaction: what no sum of a row's and a column's effect gives.
 *
 * <p>Effects are paired: each replication gives one value of each effect, and the interval is
 * Student's t over these. Replications in which the metric is undefined in a cell are left out.
 *
 * <p>Limits: the shares are of the means as measured, noise included; with intervals as wide as the
 * effects they say nothing.
 *
 * @param metric the figure
 * @param orderings effect of each ordering
 * @param placements effect of each placement
 * @param orderingShare share of the sum of squares that orderings explain; NaN if all means are
 *     equal
 * @param placementShare the same of placements
 * @param interactionShare the rest
 * @param n replications
 */
public record GridEffects(
    Metric metric,
    List<LevelEffect> orderings,
    List<LevelEffect> placements,
    double orderingShare,
    double placementShare,
    double interactionShare,
    int n) {
  public GridEffects {
    orderings = List.copyOf(orderings);
    placements = List.copyOf(placements);
  }

  /**
   * The effects in a grid whose schedulers are among those of a result.
   *
   * @throws java.util.NoSuchElementException if one of them is not
   */
  public static GridEffects of(PolicyGrid grid, ExperimentResult result, Metric metric) {
    int columns = grid.placements().size();
    List<double[]> replications = cells(grid, result, metric);
    double[] means = new double[grid.orderings().size() * columns];
    for (double[] cells : replications) {
      for (int i = 0; i < means.length; i++) {
        means[i] += cells[i] / replications.size();
      }
    }
    if (replications.isEmpty()) {
      Arrays.fill(means, Double.NaN);
    }
    double rows = squares(means, i -> i / columns, grid.orderings().size());
    double cols = squares(means, i -> i % columns, columns);
    double all = squares(means, i -> i, means.length);
    boolean differ = all > 0;
    return new GridEffects(
        metric,
        effects(grid.orderings(), replications, i -> i / columns),
        effects(grid.placements(), replications, i -> i % columns),
        differ ? rows / all : Double.NaN,
        differ ? cols / all : Double.NaN,
        differ ? Math.max(0, 1 - (rows + cols) / all) : Double.NaN,
        replications.size());
  }

  /** The values of all cells, row by row, for each replication that has them all. */
  private static List<double[]> cells(PolicyGrid grid, ExperimentResult result, Metric metric) {
    Map<Integer, double[]> cellsByReplication = new TreeMap<>();
    Map<Integer, Integer> known = new HashMap<>();
    List<String> names = grid.schedulers();
    for (int i = 0; i < names.size(); i++) {
      for (RunOutcome run : result.scheduler(names.get(i)).orElseThrow().completeRuns()) {
        double value = run.metrics().get(metric);
        if (!Double.isNaN(value)) {
          int replication = run.key().replication();
          cellsByReplication.computeIfAbsent(replication, r -> new double[names.size()])[i] = value;
          known.merge(replication, 1, Integer::sum);
        }
      }
    }
    cellsByReplication.keySet().removeIf(replication -> known.get(replication) < names.size());
    return List.copyOf(cellsByReplication.values());
  }

  /** Sum of squares of the means of levels about the common mean, each as often as it has cells. */
  private static double squares(double[] means, IntUnaryOperator level, int levels) {
    double common = Arrays.stream(means).average().orElseThrow();
    double sum = 0;
    for (int i = 0; i < levels; i++) {
      double distance = levelMean(means, level, i) - common;
      sum += distance * distance * means.length / levels;
    }
    return sum;
  }

  private static double levelMean(double[] cells, IntUnaryOperator level, int wanted) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < cells.length; i++) {
      if (level.applyAsInt(i) == wanted) {
        sum += cells[i];
        count++;
      }
    }
    return sum / count;
  }

  private static List<LevelEffect> effects(
      List<String> names, List<double[]> replications, IntUnaryOperator level) {
    StudentInference inference = new StudentInference();
    List<LevelEffect> effects = new ArrayList<>();
    for (int wanted = 0; wanted < names.size(); wanted++) {
      double[] values = new double[replications.size()];
      for (int r = 0; r < values.length; r++) {
        double[] cells = replications.get(r);
        values[r] = levelMean(cells, level, wanted) - Arrays.stream(cells).average().orElseThrow();
      }
      Sample sample = new Sample(values);
      effects.add(
          new LevelEffect(
              names.get(wanted),
              sample.mean(),
              sample.size() < inference.minimum()
                  ? null
                  : inference.interval(sample, Estimator.CONFIDENCE)));
    }
    return effects;
  }
}
