package org.edgetwin.reports.learning;

import java.util.List;
import org.edgetwin.reports.chart.Chart;
import org.edgetwin.reports.chart.IntervalChart;
import org.edgetwin.reports.page.Figures;
import org.edgetwin.reports.page.Section;
import org.edgetwin.reports.page.Table;
import org.edgetwin.reports.text.Html;
import org.edgetwin.reports.text.Quantity;

/** The policy against every baseline: mean ratios with intervals, other aggregates beside them. */
final class BaselineSection {
  private final Evaluation content;
  private final CostText costs;

  BaselineSection(Evaluation content) {
    this.content = content;
    this.costs = new CostText(content);
  }

  Section section(Figures figures) {
    Html body =
        Html.of(
            "{}\n{}\n{}\n{}",
            overview().html(),
            chart(figures),
            aggregates().html(),
            besides().html());
    return new Section("baselines", "Against every baseline", body);
  }

  private Table overview() {
    Table table =
        new Table("Mean ratio of " + content.cost() + ", " + content.policy() + " over baseline")
            .text("Baseline")
            .number("Mean ratio")
            .number("95 % interval")
            .number("Cheaper in")
            .number(costs.title())
            .text("Description");
    for (BaselineComparison baseline : content.baselines()) {
      table.row(
          baseline.baseline(),
          Quantity.of(baseline.meanRatio().value()),
          baseline.meanRatio().interval(),
          Quantity.percent(baseline.improvementProbability().value()) + " of pairs",
          costs.of(baseline.meanCost()),
          baseline.description());
    }
    return table.row(content.policy(), "1", "", "", costs.of(content.meanCost()), "the policy");
  }

  private Html chart(Figures figures) {
    List<IntervalChart.Row> rows =
        content.baselines().stream().map(b -> row(b.baseline(), b.meanRatio())).toList();
    Chart chart =
        IntervalChart.ratios(
            "ratios",
            "Mean ratio to each baseline, with its 95 % interval",
            "A dot for each mean ratio, a bar for its interval; the table has the numbers.",
            content.cost() + " of " + content.policy() + " / that of the baseline",
            rows);
    Table table = new Table("Mean ratios").text("Baseline").number("Ratio").number("95 % interval");
    content
        .baselines()
        .forEach(
            b ->
                table.row(
                    b.baseline(), Quantity.of(b.meanRatio().value()), b.meanRatio().interval()));
    return figures.of(
        chart,
        "Left of 1 the policy is better. A bar that crosses 1 leaves it open. Intervals are not"
            + " corrected for the number of baselines.",
        table);
  }

  private static IntervalChart.Row row(String name, IntervalEstimate estimate) {
    double value = estimate.value();
    return estimate.ci95() == null
        ? new IntervalChart.Row(name, value, value, value)
        : new IntervalChart.Row(name, value, estimate.ci95().low(), estimate.ci95().high());
  }

  private Table aggregates() {
    Table table =
        new Table("Other ways to put the windows together, with 95 % intervals")
            .text("Baseline")
            .number("Interquartile mean")
            .number("Geometric mean")
            .number("Ratio of sums")
            .number("Worst window");
    for (BaselineComparison baseline : content.baselines()) {
      table.row(
          baseline.baseline(),
          ratio(baseline.interquartileMeanRatio()),
          ratio(baseline.geometricMeanRatio()),
          ratio(baseline.ratioOfSums()),
          Quantity.of(baseline.worstRatio()));
    }
    return table;
  }

  private Table besides() {
    Table table =
        new Table("What else changes, mean ratios and shares with 95 % intervals")
            .text("Baseline")
            .number("Bounded slowdown")
            .number("95th percentile")
            .number("Probability of improvement")
            .number("Share of the gap closed");
    for (BaselineComparison baseline : content.baselines()) {
      IntervalEstimate share = baseline.gapShare();
      table.row(
          baseline.baseline(),
          ratio(baseline.boundedSlowdownRatio()),
          ratio(baseline.p95Ratio()),
          percent(baseline.improvementProbability()),
          share == null ? "" : percent(share));
    }
    return table;
  }

  private static String percent(IntervalEstimate share) {
    return Quantity.percent(share.value()) + " (" + share.intervalInPercent() + ")";
  }

  private static String ratio(IntervalEstimate ratio) {
    return Quantity.of(ratio.value()) + " (" + ratio.interval() + ")";
  }
}
