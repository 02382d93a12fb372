package org.edgetwin.reports.page;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.reports.chart.Chart;
import org.edgetwin.reports.chart.IntervalChart;
import org.edgetwin.reports.text.Html;
import org.edgetwin.reports.text.MetricText;
import org.edgetwin.reports.text.Quantity;
import org.edgetwin.reports.text.Sentence;
import org.edgetwin.sim.experiment.Estimate;
import org.edgetwin.sim.metrics.Metric;

/** The schedulers side by side: figures, intervals, lower bounds, verdicts. */
final class ComparisonSection {
  private static final String LOWER_BOUND = "lower bound";

  private final ReportContent content;
  private final Figures figures;

  ComparisonSection(ReportContent content, Figures figures) {
    this.content = content;
    this.figures = figures;
  }

  Section section() {
    Html charts =
        content.headlines().stream()
            .filter(this::isDefined)
            .map(metric -> Html.of("{}\n{}", chart(metric), new Verdicts(content, metric).html()))
            .collect(Html.joining());
    Html body =
        Html.of(
            """
            {}
            {}
            {}
            {}""",
            overview(),
            WhyNoInterval.of(content),
            charts,
            everything().folded("All metrics"));
    return new Section("comparison", "Comparison", body);
  }

  private boolean isDefined(Metric metric) {
    return content.schedulers().stream().anyMatch(s -> Double.isFinite(s.estimate(metric).mean()));
  }

  private Html overview() {
    List<Metric> shown = new ArrayList<>(content.headlines());
    for (Metric metric :
        List.of(
            Metric.MAKESPAN_S,
            Metric.GPU_ALLOCATED_RATIO,
            Metric.JOBS_UNFINISHED,
            Metric.COST_USD)) {
      if (!shown.contains(metric)) {
        shown.add(metric);
      }
    }
    Table table = new Table("Schedulers: means over the replications").text("Scheduler");
    shown.forEach(metric -> table.number(MetricText.label(metric)));
    table.text("Told about jobs");
    for (SchedulerReport scheduler : content.schedulers()) {
      List<Object> row = new ArrayList<>(List.of(scheduler.name()));
      shown.forEach(m -> row.add(MetricText.value(m, scheduler.estimate(m).mean())));
      row.add(scheduler.knowledge());
      table.row(row.toArray());
    }
    if (shown.stream().anyMatch(m -> !Double.isNaN(content.bound(m)))) {
      List<Object> bounds = new ArrayList<>(List.of(LOWER_BOUND));
      shown.forEach(m -> bounds.add(MetricText.value(m, content.bound(m))));
      bounds.add("no scheduler can be below");
      table.row(bounds.toArray());
    }
    return table.html();
  }

  private Html chart(Metric metric) {
    List<IntervalChart.Row> rows = new ArrayList<>();
    Table table =
        new Table(MetricText.label(metric))
            .text("Scheduler")
            .number("Mean")
            .number("95 % interval")
            .number("Replications");
    for (SchedulerReport scheduler : content.schedulers()) {
      Estimate estimate = scheduler.estimate(metric);
      rows.add(row(scheduler.name(), estimate, MetricText.isShare(metric) ? 100 : 1));
      table.row(
          scheduler.name(),
          MetricText.value(metric, estimate.mean()),
          MetricText.interval(metric, estimate.ci95()),
          Quantity.count(estimate.n()));
    }
    if (!Double.isNaN(content.bound(metric))) {
      table.row(LOWER_BOUND, MetricText.value(metric, content.bound(metric)), "", "");
    }
    Chart chart =
        IntervalChart.of(
            "compare-" + metric.key().replace('_', '-'),
            Sentence.start(MetricText.label(metric)) + ": mean and 95 % interval",
            "A dot for each scheduler's mean, a bar for its interval; the table has the numbers.",
            MetricText.label(metric) + (MetricText.isShare(metric) ? ", %" : ""),
            MetricText.isDuration(metric),
            rows,
            content.bound(metric));
    return figures.of(chart, table);
  }

  private static IntervalChart.Row row(String name, Estimate estimate, double scale) {
    double mean = scale * estimate.mean();
    return estimate.ci95() == null
        ? new IntervalChart.Row(name, mean, mean, mean)
        : new IntervalChart.Row(
            name, mean, scale * estimate.ci95().low(), scale * estimate.ci95().high());
  }

  private Table everything() {
    Table table = new Table("All metrics, mean and 95 % interval").text("Metric");
    content.schedulers().forEach(s -> table.number(s.name()));
    for (MetricGroup group : MetricGroup.shown(content)) {
      for (Metric metric : group.metricList()) {
        List<Object> row = new ArrayList<>(List.of(DefinitionsSection.link(metric)));
        content.schedulers().forEach(s -> row.add(MetricText.estimate(metric, s.estimate(metric))));
        table.row(row.toArray());
      }
    }
    return table;
  }
}
