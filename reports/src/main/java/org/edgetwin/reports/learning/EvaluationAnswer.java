package org.edgetwin.reports.learning;

import org.edgetwin.reports.text.Quantity;
import org.edgetwin.sim.experiment.Interval;
import org.jspecify.annotations.Nullable;

/** The result of an evaluation in a few sentences. */
final class EvaluationAnswer {
  private final Evaluation content;

  EvaluationAnswer(Evaluation content) {
    this.content = content;
  }

  String sentence() {
    BaselineComparison first = content.baselines().get(0);
    return String.format(
        "On %s, the %s of %s is on average %s that of %s (mean ratio %s%s). %s%s",
        content.testSet(),
        content.cost(),
        content.policy(),
        difference(first.meanRatio().value()),
        first.baseline(),
        Quantity.of(first.meanRatio().value()),
        interval(first.meanRatio().ci95()),
        verdict(),
        gap());
  }

  private static String difference(double ratio) {
    return ratio == 1
        ? "equal to"
        : Quantity.percent(Math.abs(1 - ratio)) + (ratio < 1 ? " below" : " above");
  }

  private static String interval(@Nullable Interval ratio) {
    return ratio == null
        ? ""
        : ", 95 % interval " + Quantity.of(ratio.low()) + " to " + Quantity.of(ratio.high());
  }

  private String verdict() {
    int all = content.baselines().size();
    long better = content.baselines().stream().filter(b -> b.meanRatio().isBelow(1)).count();
    long worse = content.baselines().stream().filter(b -> b.meanRatio().isAbove(1)).count();
    String baselines = Quantity.count(all, "baseline");
    String words =
        better == all
            ? "The interval lies below 1 against " + (all == 1 ? "it" : "all " + baselines)
            : "The interval lies below 1 against " + better + " of " + baselines;
    return worse == 0 ? words + "." : words + ", above 1 against " + worse + ".";
  }

  private String gap() {
    GapShare gap = content.gap();
    return gap == null
        ? ""
        : String.format(
            " It closes %s of the gap between %s and %s.",
            Quantity.percent(gap.share().value()), gap.rule(), gap.clairvoyant());
  }
}
