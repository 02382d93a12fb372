package org.edgetwin.reports.page;

import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.text.Html;
import org.edgetwin.reports.text.MetricText;
import org.edgetwin.reports.text.Sentence;
import org.edgetwin.sim.metrics.Metric;

/** What every metric on the page means. */
final class DefinitionsSection {
  private DefinitionsSection() {}

  static Section section(ReportContent content) {
    Html definitions =
        MetricGroup.shown(content).stream()
            .flatMap(group -> group.metricList().stream())
            .map(DefinitionsSection::definition)
            .collect(Html.joining());
    return new Section(
        "definitions", "What the metrics mean", Html.of("<dl>\n{}\n</dl>", definitions));
  }

  /** The key of a metric, leading to its definition. */
  static Html link(Metric metric) {
    return Html.of("<a href=\"#{}\"><code>{}</code></a>", id(metric), metric.key());
  }

  private static Html definition(Metric metric) {
    String unit = metric.unit().equals("1") ? "" : ", " + metric.unit();
    return Html.of(
        "<dt id=\"{}\">{} <code>{}</code></dt><dd>{} <small>({}{})</small></dd>",
        id(metric),
        Sentence.start(MetricText.label(metric)),
        metric.key(),
        metric.definition(),
        metric.scope().label(),
        unit);
  }

  private static String id(Metric metric) {
    return "m-" + metric.key().replace('_', '-');
  }
}
