package org.edgetwin.reports.learning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.edgetwin.reports.chart.Chart;
import org.edgetwin.reports.chart.Curve;
import org.edgetwin.reports.chart.CurveChart;
import org.edgetwin.reports.chart.Series;
import org.edgetwin.reports.page.Figures;
import org.edgetwin.reports.page.Table;
import org.edgetwin.reports.text.Html;
import org.edgetwin.reports.text.Quantity;

/** The chart of one figure: a curve for each label, and for each agent if they have their own. */
final class ScalarFigure {
  private final LearningCurves content;
  private final Scalar scalar;

  ScalarFigure(LearningCurves content, Scalar scalar) {
    this.content = content;
    this.scalar = scalar;
  }

  Html html(Figures figures) {
    List<Curve> curves = new ArrayList<>();
    Table table =
        new Table(scalar.title())
            .text("Curve")
            .number("Trainings")
            .number("First")
            .number("Last")
            .number("Lowest")
            .number("at")
            .number("Highest")
            .number("at");
    Set<String> labels = labels();
    for (String label : labels) {
      for (AgentTag tag : tags()) {
        List<Series> runs = runs(label, tag);
        if (!runs.isEmpty()) {
          Curve curve = CurveOfRuns.of(name(label, tag.agent(), runs.size()), runs);
          curves.add(curve);
          addRow(table, curve.line(), runs.size());
        }
      }
    }
    int shown = Math.min(curves.size(), CurveChart.MOST_CURVES);
    Chart chart =
        CurveChart.of(
            "curve-" + (figures.charts().size() + 1),
            scalar.title(),
            "Curves over the course of the training; the table has their ends and extremes.",
            content.stepName(),
            scalar.axis(),
            scalar.vertical(),
            curves.subList(0, shown));
    return figures.of(chart, reading(curves, shown), table);
  }

  private String reading(List<Curve> curves, int shown) {
    boolean banded = curves.stream().anyMatch(curve -> curve.band() != null);
    String reading = scalar.reading();
    if (banded) {
      reading += " Lines are means over trainings, bands their range.";
    }
    if (shown < curves.size()) {
      reading += " The first " + shown + " of " + curves.size() + " curves; the table has all.";
    }
    return reading.strip();
  }

  private Set<String> labels() {
    Set<String> labels = new LinkedHashSet<>();
    content.runs().forEach(run -> labels.add(run.label()));
    return labels;
  }

  private Set<AgentTag> tags() {
    Set<AgentTag> tags = new LinkedHashSet<>();
    content
        .runs()
        .forEach(run -> run.curveByTag().keySet().forEach(full -> tags.add(AgentTag.of(full))));
    tags.removeIf(tag -> !tag.tag().equals(scalar.tag()));
    return tags;
  }

  private List<Series> runs(String label, AgentTag tag) {
    return content.runs().stream()
        .filter(run -> run.label().equals(label))
        .map(run -> run.curveByTag().get(tag.full()))
        .filter(Objects::nonNull)
        .map(ScalarCurve::values)
        .toList();
  }

  private String name(String label, String agent, int runs) {
    boolean agentTellsAll = labels().size() == 1 && !agent.equals(label);
    String name = agent.isEmpty() ? label : agentTellsAll ? agent : label + ", " + agent;
    return runs == 1 ? name : name + " (mean of " + runs + ")";
  }

  private static void addRow(Table table, Series line, int runs) {
    if (line.size() == 0) {
      table.row(line.name(), Quantity.count(runs), "–", "–", "–", "–", "–", "–");
      return;
    }
    int lowest = 0;
    int highest = 0;
    for (int i = 1; i < line.size(); i++) {
      lowest = line.y(i) < line.y(lowest) ? i : lowest;
      highest = line.y(i) > line.y(highest) ? i : highest;
    }
    table.row(
        line.name(),
        Quantity.count(runs),
        Quantity.of(line.y(0)),
        Quantity.of(line.y(line.size() - 1)),
        Quantity.of(line.y(lowest)),
        Quantity.of(line.x(lowest)),
        Quantity.of(line.y(highest)),
        Quantity.of(line.x(highest)));
  }
}
