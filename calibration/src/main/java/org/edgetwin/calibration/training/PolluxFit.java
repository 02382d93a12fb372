package org.edgetwin.calibration.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.apache.commons.math3.analysis.function.Sigmoid;
import org.apache.commons.math3.stat.StatUtils;
import org.edgetwin.gpu.collective.MeasuredCurve;
import org.edgetwin.gpu.training.DataParallelStep;
import org.edgetwin.gpu.training.GradientExchange;
import org.edgetwin.gpu.training.Overlap;
import org.edgetwin.gpu.training.WaitForOthers;

/**
 * Fits {@link DataParallelStep} to the rows of each job: the computation is the median, over gangs,
 * of the step less its exchange; the eight other constants have the least squared relative error of
 * the step. They are fitted on scales without bounds and held weakly to where they start, so that
 * what a job does not show (the exchange of a job that was never left in one node) stays plausible.
 */
final class PolluxFit {
  /** Of a unit of a constant's scale against a relative error of 1. */
  private static final double PULL = 0.05;

  private static final double LEAST_EXCHANGE_SECONDS = 1e-4;
  private static final double UNKNOWN_EXCHANGE_SECONDS = 0.01;
  private static final double START_GROWTH = 0.3;
  private static final double START_WAIT = 0.03;

  /** Logits of one half, and of about an eighth. */
  private static final double START_HIDDEN = 0;

  private static final double START_EXPOSED = -2;

  private PolluxFit() {}

  /** The steps of the jobs in the rows. */
  static Map<String, DataParallelStep> fit(List<PolluxRow> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                PolluxRow::job,
                LinkedHashMap::new,
                Collectors.collectingAndThen(Collectors.toList(), PolluxFit::job)));
  }

  private static DataParallelStep job(List<PolluxRow> rows) {
    MeasuredCurve compute = compute(rows);
    double[] start = start(rows);
    double[] fitted = LeastSquares.minimise(point -> residuals(compute, rows, point, start), start);
    return step(compute, fitted);
  }

  /** The median over gangs, batch by batch. */
  private static MeasuredCurve compute(List<PolluxRow> rows) {
    return new MeasuredCurve(
        rows.stream()
            .collect(Collectors.groupingBy(PolluxRow::batch, TreeMap::new, Collectors.toList()))
            .entrySet()
            .stream()
            .map(batch -> new MeasuredCurve.Point(batch.getKey(), medianCompute(batch.getValue())))
            .toList());
  }

  private static double medianCompute(List<PolluxRow> rows) {
    return StatUtils.percentile(rows.stream().mapToDouble(PolluxRow::computeSeconds).toArray(), 50);
  }

  private static double[] start(List<PolluxRow> rows) {
    return new double[] {
      Math.log(medianSync(rows, nodes -> nodes == 1)),
      Math.log(medianSync(rows, nodes -> nodes == 2)),
      Math.log(medianSync(rows, nodes -> nodes > 2)),
      Math.log(START_GROWTH),
      START_HIDDEN,
      START_EXPOSED,
      Math.log(START_WAIT),
      Math.log(START_WAIT)
    };
  }

  private static double medianSync(List<PolluxRow> rows, IntPredicate nodes) {
    double[] syncs =
        rows.stream()
            .filter(row -> !row.gang().isAlone() && nodes.test(row.gang().nodes()))
            .mapToDouble(PolluxRow::syncSeconds)
            .toArray();
    return syncs.length == 0
        ? UNKNOWN_EXCHANGE_SECONDS
        : Math.max(LEAST_EXCHANGE_SECONDS, StatUtils.percentile(syncs, 50));
  }

  private static double[] residuals(
      MeasuredCurve compute, List<PolluxRow> rows, double[] point, double[] start) {
    DataParallelStep step = step(compute, point);
    double[] residuals = new double[rows.size() + point.length];
    for (int i = 0; i < rows.size(); i++) {
      PolluxRow row = rows.get(i);
      residuals[i] = Math.log(step.seconds(row.gang(), row.batch()) / row.stepSeconds());
    }
    for (int j = 0; j < point.length; j++) {
      residuals[rows.size() + j] = PULL * (point[j] - start[j]);
    }
    return residuals;
  }

  private static DataParallelStep step(MeasuredCurve compute, double[] point) {
    var logistic = new Sigmoid();
    return new DataParallelStep(
        compute,
        new GradientExchange(
            Math.exp(point[0]), Math.exp(point[1]), Math.exp(point[2]), Math.exp(point[3])),
        new Overlap(logistic.value(point[4]), logistic.value(point[5])),
        new WaitForOthers(Math.exp(point[6]), Math.exp(point[7])));
  }
}
