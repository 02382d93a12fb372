package org.edgetwin.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.reports.text.Html;
import org.edgetwin.reports.text.MetricText;
import org.edgetwin.reports.text.Quantity;
import org.edgetwin.reports.text.Sentence;
import org.edgetwin.sim.experiment.Estimate;
import org.edgetwin.sim.experiment.GridEffects;
import org.edgetwin.sim.experiment.LevelEffect;
import org.edgetwin.sim.experiment.PolicyGrid;
import org.edgetwin.sim.metrics.Metric;

/**
 * Orderings and placements varied separately: a table per metric, and what each choice explains.
 */
final class MatrixSection {
  private static final int PERCENT = 100;

  private final ReportContent content;
  private final PolicyGrid grid;

  MatrixSection(ReportContent content, PolicyGrid grid) {
    this.content = content;
    this.grid = grid;
  }

  Section section() {
    List<Html> shown = new ArrayList<>();
    List<Html> folded = new ArrayList<>();
    for (GridEffects effects : content.study().effects()) {
      Metric metric = effects.metric();
      Html part = Html.of("{}\n{}", table(metric), mainEffects(effects));
      if (content.headlines().contains(metric)) {
        shown.add(part);
      } else {
        folded.add(Fold.of(Sentence.start(MetricText.label(metric)), part));
      }
    }
    return new Section(
        "matrix",
        "Orderings × placements",
        Html.of(
            """
            <p class="note">Rows are orderings, columns placements; small: what each alone is told \
            of jobs. Bars: the mean as a share of the largest of the table; ±: half of the 95 % \
            interval. {}</p>
            {}
            {}
            {}""",
            Standing.legend(),
            told(),
            shown.stream().collect(Html.joining()),
            folded.stream().collect(Html.joining())));
  }

  private Html told() {
    Table table = new Table("What each is told").text("Policy").text("Part").text("Told");
    grid.orderings().forEach(name -> table.row(name, "ordering", content.study().knowledge(name)));
    grid.placements()
        .forEach(name -> table.row(name, "placement", content.study().knowledge(name)));
    return table.folded("What each ordering and placement is told");
  }

  private Html table(Metric metric) {
    Table table = new Table(Sentence.start(MetricText.label(metric))).text("Ordering");
    grid.placements().forEach(table::number);
    List<SchedulerReport> ranked =
        Ranked.by(metric, content).stream()
            .filter(scheduler -> grid.schedulers().contains(scheduler.name()))
            .toList();
    String best = ranked.isEmpty() ? "" : ranked.get(0).name();
    double largest =
        ranked.stream().mapToDouble(s -> Math.abs(s.estimate(metric).mean())).max().orElse(0);
    for (String ordering : grid.orderings()) {
      List<Object> row = new ArrayList<>();
      row.add(Html.of("{}<br><small>{}</small>", ordering, content.study().knowledge(ordering)));
      for (String placement : grid.placements()) {
        String name = PolicyGrid.scheduler(ordering, placement);
        Optional<SchedulerReport> cell = content.scheduler(name);
        row.add(
            cell.isEmpty()
                ? Html.EMPTY
                : cell(
                    metric,
                    cell.get().estimate(metric),
                    Standing.of(name, best, metric, content.pairs()),
                    largest));
      }
      table.row(row.toArray());
    }
    return table.html();
  }

  private static Html cell(Metric metric, Estimate estimate, Standing standing, double largest) {
    String mean = MetricText.value(metric, estimate.mean());
    Html value =
        standing == Standing.BEST ? Html.of("<strong>{}</strong>", mean) : Html.of("{}", mean);
    String spread =
        estimate.ci95() == null ? "" : "± " + MetricText.value(metric, estimate.ci95().halfWidth());
    long width =
        largest > 0 && Double.isFinite(estimate.mean())
            ? Math.round(PERCENT * Math.abs(estimate.mean()) / largest)
            : 0;
    return Html.of(
        "<span class=\"bar\" style=\"--w:{}%\">{} {}<br><small>{}</small></span>",
        width, standing.mark(), value, spread);
  }

  private Html mainEffects(GridEffects effects) {
    if (Double.isNaN(effects.orderingShare())) {
      return Html.of("<p>All cells have the same mean, or none.</p>");
    }
    Metric metric = effects.metric();
    Table table =
        new Table("Main effects on " + MetricText.label(metric))
            .text("Level")
            .text("Choice of")
            .number("Effect")
            .number("95 % interval");
    effects.orderings().forEach(level -> row(table, metric, level, "ordering"));
    effects.placements().forEach(level -> row(table, metric, level, "placement"));
    return Html.of(
        """
        <p>Of the differences between the cells the ordering explains {}, the placement {}, and how \
        the two go together {}.</p>
        {}""",
        Quantity.percent(effects.orderingShare()),
        Quantity.percent(effects.placementShare()),
        Quantity.percent(effects.interactionShare()),
        table.folded("Main effects: row and column means less the mean of all cells"));
  }

  private static void row(Table table, Metric metric, LevelEffect level, String part) {
    table.row(
        level.level(),
        part,
        MetricText.value(metric, level.effect()),
        MetricText.interval(metric, level.ci95()));
  }
}
