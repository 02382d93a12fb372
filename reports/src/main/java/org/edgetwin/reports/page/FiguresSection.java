package org.edgetwin.reports.page;

import java.util.List;
import java.util.Objects;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.reports.text.Html;
import org.edgetwin.reports.text.MetricText;
import org.edgetwin.reports.text.Quantity;
import org.edgetwin.sim.experiment.Estimate;
import org.edgetwin.sim.metrics.Metric;

/** The figures of one scheduler: a few large, all in a table, each with its interval. */
final class FiguresSection {
  private static final List<Metric> TILES =
      List.of(
          Metric.JCT_MEAN_S,
          Metric.WAIT_P95_S,
          Metric.GPU_ALLOCATED_RATIO,
          Metric.JOBS_FINISHED,
          Metric.COST_USD,
          Metric.CARBON_KG);

  /** Where jobs stay, so that there are no completion times. */
  private static final List<Metric> DEMAND_TILES =
      List.of(
          Metric.ALLOCATION_AT_100_RATIO,
          Metric.ALLOCATION_AT_END_RATIO,
          Metric.FRAGMENTATION_AT_100_RATIO,
          Metric.FRAGMENTATION_AT_END_RATIO,
          Metric.JOBS_UNFINISHED,
          Metric.COST_USD);

  private final ReportContent content;
  private final SchedulerReport scheduler;

  FiguresSection(ReportContent content, SchedulerReport scheduler) {
    this.content = content;
    this.scheduler = scheduler;
  }

  Section section() {
    Html body =
        Html.of(
            "<div class=\"tiles\">{}</div>\n{}\n<div class=\"columns\">{}</div>",
            tiles().stream().map(this::tile).collect(Html.joining()),
            WhyNoInterval.of(content),
            table());
    return new Section("figures", "Headline numbers", body);
  }

  private List<Metric> tiles() {
    return content.headlines().contains(Metric.ALLOCATION_AT_END_RATIO) ? DEMAND_TILES : TILES;
  }

  private Html tile(Metric metric) {
    Estimate estimate = scheduler.estimate(metric);
    String below =
        metric == Metric.JOBS_FINISHED
            ? "of "
                + MetricText.value(metric, scheduler.estimate(Metric.JOBS_SUBMITTED).mean())
                + " submitted"
            : estimate.ci95() == null
                ? ""
                : "95 %: " + MetricText.interval(metric, estimate.ci95());
    return Html.of(
        "<div class=\"tile\"><span>{}</span><strong>{}</strong><small>{}</small></div>",
        MetricText.label(metric),
        MetricText.value(metric, estimate.mean()),
        below);
  }

  private String bound(Metric metric) {
    double bound = content.bound(metric);
    return Double.isNaN(bound)
        ? ""
        : " (no scheduler below " + MetricText.value(metric, bound) + ")";
  }

  private Html table() {
    return MetricGroup.shown(content).stream().map(this::group).collect(Html.joining());
  }

  private Html group(MetricGroup group) {
    boolean intervals =
        scheduler.estimates().values().stream().map(Estimate::ci95).anyMatch(Objects::nonNull);
    Table table = new Table(group.title()).text("Metric").number("Mean");
    if (intervals) {
      table.number("95 % interval").number("Replications");
    }
    table.text("Key");
    for (Metric metric : group.metricList()) {
      Estimate estimate = scheduler.estimate(metric);
      String label = MetricText.label(metric) + bound(metric);
      String mean = MetricText.value(metric, estimate.mean());
      if (intervals) {
        String interval = MetricText.interval(metric, estimate.ci95());
        table.row(
            label, mean, interval, Quantity.count(estimate.n()), DefinitionsSection.link(metric));
      } else {
        table.row(label, mean, DefinitionsSection.link(metric));
      }
    }
    return table.html();
  }
}
