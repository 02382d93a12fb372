package org.edgetwin.reports.page;

import java.util.List;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.reports.text.Html;
import org.edgetwin.reports.text.MetricText;
import org.edgetwin.reports.text.Quantity;
import org.edgetwin.sim.experiment.Interval;
import org.edgetwin.sim.experiment.PairedDifference;
import org.edgetwin.sim.metrics.Metric;
import org.jspecify.annotations.Nullable;

/** Which scheduler is better at one metric, and how sure that is. */
final class Verdicts {
  private static final int MOST_LISTED = 12;

  private final ReportContent content;
  private final Metric metric;

  Verdicts(ReportContent content, Metric metric) {
    this.content = content;
    this.metric = metric;
  }

  /** The best against each of the others in words, all pairs in a table. */
  Html html() {
    List<PairedDifference> pairs =
        content.pairs().stream().filter(p -> p.metric() == metric).toList();
    List<SchedulerReport> ranked = Ranked.by(metric, content);
    if (pairs.isEmpty() || ranked.isEmpty()) {
      return Html.EMPTY;
    }
    String best = ranked.get(0).name();
    Html list =
        pairs.stream()
            .filter(p -> p.a().equals(best) || p.b().equals(best))
            .limit(MOST_LISTED)
            .map(p -> Html.of("<li>{}</li>", words(p)))
            .collect(Html.joining());
    return Html.of(
        "<ul class=\"verdicts\">\n{}\n</ul>\n{}",
        list,
        table(pairs).folded("All pairs, with their tests"));
  }

  private String words(PairedDifference pair) {
    String interval =
        pair.ci95() == null ? "" : " (95 %: " + distances(pair.better(), pair, pair.ci95()) + ")";
    if (pair.better() != null) {
      String other = pair.better().equals(pair.a()) ? pair.b() : pair.a();
      return pair.better()
          + " is better than "
          + other
          + " by "
          + MetricText.value(metric, Math.abs(pair.diff()))
          + interval
          + ".";
    }
    String pairWords =
        pair.ci95() == null
            ? pair.a() + " against " + pair.b()
            : pair.a() + " and " + pair.b() + " cannot be told apart";
    return pairWords
        + ": difference "
        + MetricText.value(metric, pair.diff())
        + interval
        + "; "
        + pair.verdict()
        + ".";
  }

  /** The interval of the difference; of its size where one is better. */
  private String distances(@Nullable String better, PairedDifference pair, Interval interval) {
    boolean flipped = better != null && pair.diff() < 0;
    return MetricText.interval(
        metric, flipped ? new Interval(-interval.high(), -interval.low()) : interval);
  }

  private Table table(List<PairedDifference> pairs) {
    Table table =
        new Table(MetricText.label(metric) + ": paired differences")
            .text("Pair")
            .number("Difference")
            .number("95 % interval")
            .number("p, corrected")
            .number("Gain of common numbers")
            .text("Verdict");
    for (PairedDifference pair : pairs) {
      table.row(
          pair.a() + " − " + pair.b(),
          MetricText.value(metric, pair.diff()),
          MetricText.interval(metric, pair.ci95()),
          probability(pair.adjustedPValue()),
          factor(pair.varianceRatio()),
          pair.verdict());
    }
    return table;
  }

  private static String probability(double p) {
    return p < 1e-3 ? "< 0.001" : Quantity.of(p);
  }

  private static String factor(double ratio) {
    return Double.isNaN(ratio) ? Quantity.of(ratio) : Quantity.of(ratio) + " ×";
  }
}
