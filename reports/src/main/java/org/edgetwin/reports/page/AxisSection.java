package org.edgetwin.reports.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.chart.Chart;
import org.edgetwin.reports.chart.Curve;
import org.edgetwin.reports.chart.CurveChart;
import org.edgetwin.reports.chart.Series;
import org.edgetwin.reports.text.Html;
import org.edgetwin.reports.text.MetricText;
import org.edgetwin.reports.text.Sentence;
import org.edgetwin.reports.text.StudyText;
import org.edgetwin.sim.experiment.Axis;
import org.edgetwin.sim.experiment.AxisPoint;
import org.edgetwin.sim.experiment.Estimate;
import org.edgetwin.sim.metrics.Metric;

/** How schedulers fare along an axis: curves with intervals, a table, and who overtakes whom. */
final class AxisSection {
  private final ReportContent content;
  private final Axis axis;
  private final Figures figures;

  AxisSection(ReportContent content, Axis axis, Figures figures) {
    this.content = content;
    this.axis = axis;
    this.figures = figures;
  }

  /**
   * The section.
   *
   * @param number makes its id unique
   */
  Section section(int number) {
    String id = "axis-" + number;
    List<Html> parts = new ArrayList<>();
    for (Metric metric : content.headlines()) {
      if (axis.points().stream().anyMatch(point -> point.best(metric).isPresent())) {
        parts.add(
            Html.of(
                "<h3>{}</h3>\n{}\n{}\n{}",
                Sentence.start(MetricText.label(metric)),
                figures.of(chart(id, metric), data(metric)),
                table(metric).html(),
                crossings(metric)));
      }
    }
    return new Section(
        id,
        "Along: " + axis.name(),
        Html.of(
            """
            <p>All else is as in the scenario; every scheduler meets the same jobs and failures at \
            every value. {}</p>
            {}""",
            Standing.legend().replace("table", "column"),
            parts.stream().collect(Html.joining())));
  }

  private double[] positions() {
    return axis.positions().isEmpty()
        ? IntStream.rangeClosed(1, axis.points().size()).asDoubleStream().toArray()
        : axis.positions().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private Chart chart(String id, Metric metric) {
    double[] x = positions();
    List<String> shown = leading(metric);
    List<Curve> curves = new ArrayList<>();
    for (String scheduler : shown) {
      List<Estimate> estimates =
          axis.points().stream().map(point -> point.estimate(scheduler, metric)).toList();
      Series line = series(scheduler, x, estimates.stream().mapToDouble(Estimate::mean).toArray());
      boolean band = estimates.stream().allMatch(estimate -> estimate.ci95() != null);
      curves.add(
          band
              ? new Curve(
                  line,
                  new Curve.Band(
                      series(
                          scheduler,
                          x,
                          estimates.stream().mapToDouble(e -> e.ci95().low()).toArray()),
                      series(
                          scheduler,
                          x,
                          estimates.stream().mapToDouble(e -> e.ci95().high()).toArray())))
              : Curve.of(line));
    }
    String left =
        shown.size() < axis.schedulers().size()
            ? " The " + shown.size() + " best on average; the table has all."
            : "";
    String label =
        axis.positions().isEmpty()
            ? axis.name() + " (number of the value in the table)"
            : axis.name() + (axis.unit().isEmpty() ? "" : ", " + axis.unit());
    return CurveChart.of(
        id + "-" + metric.key().replace('_', '-'),
        Sentence.start(MetricText.label(metric)) + " along " + axis.name(),
        "A line for each scheduler's mean, a band for its 95 % interval." + left,
        label,
        MetricText.label(metric) + (MetricText.isDuration(metric) ? ", s" : ""),
        CurveChart.Vertical.WIDE_IF_POSITIVE,
        curves);
  }

  private static Series series(String name, double[] x, double[] y) {
    return new Series(name, x, y);
  }

  /** As many as a chart tells apart: those with the best places, summed over the axis. */
  private List<String> leading(Metric metric) {
    List<String> names = new ArrayList<>(axis.schedulers());
    if (names.size() > CurveChart.MOST_CURVES) {
      List<List<String>> rankings =
          axis.points().stream().map(point -> point.ranking(metric)).toList();
      List<String> order = new ArrayList<>(names);
      order.sort(
          Comparator.comparingInt(
              name ->
                  rankings.stream()
                      .mapToInt(r -> r.contains(name) ? r.indexOf(name) : r.size())
                      .sum()));
      names.retainAll(order.subList(0, CurveChart.MOST_CURVES));
    }
    return names;
  }

  private Table data(Metric metric) {
    Table table =
        new Table(MetricText.label(metric) + " along " + axis.name())
            .text("Value")
            .text("Scheduler")
            .number("Mean")
            .number("95 % interval")
            .number("Replications");
    for (AxisPoint point : axis.points()) {
      for (String scheduler : axis.schedulers()) {
        Estimate estimate = point.estimate(scheduler, metric);
        table.row(
            point.value(),
            scheduler,
            MetricText.value(metric, estimate.mean()),
            MetricText.interval(metric, estimate.ci95()),
            estimate.n());
      }
    }
    return table;
  }

  private Table table(Metric metric) {
    Table table =
        new Table(Sentence.start(MetricText.label(metric)) + " by " + axis.name())
            .text("Scheduler");
    axis.points().forEach(point -> table.number(point.value()));
    for (String scheduler : axis.schedulers()) {
      List<Object> row = new ArrayList<>();
      row.add(
          Html.of(
              "{}<br><small>{}</small>",
              scheduler,
              content.scheduler(scheduler).map(report -> report.knowledge()).orElse("")));
      axis.points().forEach(point -> row.add(cell(point, scheduler, metric)));
      table.row(row.toArray());
    }
    return table;
  }

  private static Html cell(AxisPoint point, String scheduler, Metric metric) {
    Standing standing =
        Standing.of(scheduler, point.best(metric).orElse(""), metric, point.pairs());
    String mean = MetricText.value(metric, point.estimate(scheduler, metric).mean());
    return standing == Standing.BEST
        ? Html.of("{} <strong>{}</strong>", standing.mark(), mean)
        : Html.of("{} {}", standing.mark(), mean);
  }

  private Html crossings(Metric metric) {
    List<Html> lines =
        axis.crossings().stream()
            .filter(crossing -> crossing.metric() == metric)
            .map(crossing -> Html.of("<li>{}</li>", StudyText.of(crossing, axis.unit())))
            .toList();
    return lines.isEmpty()
        ? Html.of("<p>No two schedulers change places.</p>")
        : Html.of("<ul class=\"verdicts\">\n{}\n</ul>", lines.stream().collect(Html.joining()));
  }
}
