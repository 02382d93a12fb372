package org.edgetwin.sim.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.edgetwin.sim.metrics.Metric;

/**
 * Compares every pair of schedulers in every metric that has a better direction.
 *
 * <p>Verdicts are given on the declared headline metrics only, and hold together: the chance that
 * even one verdict of the experiment is wrong is at most 5 %.
 */
final class PairedComparison {
  /** Metrics that are compared. */
  static final List<Metric> METRICS =
      Arrays.stream(Metric.values())
          .filter(metric -> metric.deterministic() && metric.better() != Metric.Better.NEITHER)
          .toList();

  private record Comparison(RunPair pair, Metric metric, Sample differences) {}

  private final Inference inference;
  private final List<Metric> headlines;

  PairedComparison(Inference inference, List<Metric> headlines) {
    this.inference = inference;
    this.headlines = headlines;
  }

  List<PairedDifference> compare(List<SchedulerResult> schedulers) {
    List<Comparison> comparisons = new ArrayList<>();
    for (int a = 0; a < schedulers.size(); a++) {
      for (int b = a + 1; b < schedulers.size(); b++) {
        RunPair pair = RunPair.of(schedulers.get(a), schedulers.get(b));
        for (Metric metric : METRICS) {
          comparisons.add(new Comparison(pair, metric, pair.differences(metric)));
        }
      }
    }
    return judge(comparisons);
  }

  private List<PairedDifference> judge(List<Comparison> comparisons) {
    double[] pValues = comparisons.stream().mapToDouble(this::pValue).toArray();
    double[] headlinePValues = pValues.clone();
    for (int i = 0; i < headlinePValues.length; i++) {
      if (!headlines.contains(comparisons.get(i).metric())) {
        headlinePValues[i] = Double.NaN;
      }
    }
    int family = (int) Arrays.stream(headlinePValues).filter(p -> !Double.isNaN(p)).count();
    double[] adjusted = HolmCorrection.adjust(headlinePValues);
    List<PairedDifference> differences = new ArrayList<>();
    for (int i = 0; i < pValues.length; i++) {
      differences.add(difference(comparisons.get(i), pValues[i], adjusted[i], family));
    }
    return differences;
  }

  private double pValue(Comparison comparison) {
    Sample differences = comparison.differences();
    return differences.size() < inference.minimum() ? Double.NaN : inference.pValue(differences);
  }

  private PairedDifference difference(
      Comparison comparison, double pValue, double adjusted, int family) {
    RunPair pair = comparison.pair();
    Metric metric = comparison.metric();
    Sample differences = comparison.differences();
    Verdict verdict = Verdict.of(pair, metric, differences.mean(), pValue, adjusted, family);
    return new PairedDifference(
        pair.a(),
        pair.b(),
        metric,
        differences.mean(),
        Double.isNaN(pValue) ? null : inference.interval(differences, Estimator.CONFIDENCE),
        differences.size(),
        pValue,
        adjusted,
        pair.varianceRatio(metric),
        verdict.better(),
        verdict.words());
  }
}
