package org.edgetwin.reports.tuning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.edgetwin.reports.chart.Curve;
import org.edgetwin.reports.chart.CurveChart;
import org.edgetwin.reports.chart.Series;
import org.edgetwin.reports.page.Figures;
import org.edgetwin.reports.page.PageFrame;
import org.edgetwin.reports.page.Section;
import org.edgetwin.reports.page.Table;
import org.edgetwin.reports.text.Html;
import org.edgetwin.reports.text.MetricText;
import org.edgetwin.reports.text.Quantity;
import org.edgetwin.reports.text.Sentence;
import org.edgetwin.sim.metrics.Metric;
import org.edgetwin.sim.tuning.Dimension;
import org.edgetwin.sim.tuning.Trial;

/** What a search of a scheduler's parameters found, as a page. It computes nothing new. */
public final class TuningPage {
  private static final int MOST_LISTED = 15;

  private final Tuning tuning;
  private final Figures figures = new Figures();

  public TuningPage(Tuning tuning) {
    this.tuning = tuning;
  }

  /** The page: one file that needs no network. */
  public String html() {
    List<Section> sections = new ArrayList<>();
    sections.add(result());
    sections.add(history());
    sections.add(new SensitivitySection(tuning, figures).section());
    sections.add(method());
    return new PageFrame(
            "EdgeTwin tuning of a scheduler",
            tuning.scenario() + ": " + tuning.usual(),
            tuning.scenario() + " – EdgeTwin tuning",
            Html.EMPTY,
            TuningText.answer(tuning))
        .around(sections)
        .toString();
  }

  private Section result() {
    Metric metric = tuning.metric();
    Table values =
        new Table("Values").text("Parameter").number("Default").number("Tuned").text("Meaning");
    Trial tuned = tuning.trial(tuning.tuned());
    for (int i = 0; i < tuning.dimensions().size(); i++) {
      Dimension dimension = tuning.dimensions().get(i);
      values.row(
          dimension.name(),
          Quantity.of(dimension.defaultValue()),
          Quantity.of(tuned.values().get(i)),
          dimension.meaning());
    }
    Table parts =
        new Table(Sentence.start(MetricText.label(metric)))
            .text("Part")
            .text("Submissions")
            .number("Default")
            .number("Tuned")
            .number("Change")
            .number("Replications");
    double usualMean = tuning.trial(tuning.usual()).mean(tuning.train().replications());
    double tunedMean = tuned.mean(tuning.train().replications());
    parts.row(
        "training, chosen by it",
        tuning.train().words(),
        MetricText.value(metric, usualMean),
        MetricText.value(metric, tunedMean),
        TuningText.change(usualMean, tunedMean),
        tuning.train().replications());
    Tuning.Judgement judgement = tuning.judgement();
    if (judgement != null) {
      parts.row(
          "later, not seen by it",
          tuning.test().words(),
          MetricText.value(metric, judgement.usual().mean()),
          MetricText.value(metric, judgement.tuned().mean()),
          TuningText.change(judgement.usual().mean(), judgement.tuned().mean()),
          judgement.difference().n());
    }
    return new Section(
        "result",
        "Result",
        Html.of(
            "<pre>--scheduler '{}'</pre>\n<p>The scheduler is told {}.</p>\n{}\n{}",
            tuning.tuned(),
            tuning.knowledge(),
            parts.html(),
            values.html()));
  }

  private Section history() {
    int common = tuning.commonReplications();
    double sign = tuning.metric().better() == Metric.Better.HIGHER ? -1 : 1;
    double usual = tuning.trial(tuning.usual()).mean(common);
    int count = tuning.trials().size();
    double[] x = new double[count];
    double[] each = new double[count];
    double[] best = new double[count];
    double[] line = new double[count];
    for (int i = 0; i < count; i++) {
      Trial trial = tuning.trials().get(i);
      x[i] = i + 1;
      each[i] = trial.mean(common);
      double before = i == 0 ? each[0] : best[i - 1];
      best[i] = !trial.failed() && sign * each[i] < sign * before ? each[i] : before;
      line[i] = usual;
    }
    Table table =
        new Table("Best settings on the training part")
            .text("Setting")
            .text("Proposed")
            .number("Replications")
            .number(MetricText.label(tuning.metric()))
            .number("Against the default, same replications");
    tuning.trials().stream()
        .filter(trial -> !trial.failed())
        .sorted(
            Comparator.comparingInt((Trial trial) -> -trial.costs().size())
                .thenComparingDouble(trial -> sign * trial.mean(trial.costs().size())))
        .limit(MOST_LISTED)
        .forEach(trial -> table.row(row(trial)));
    return new Section(
        "history",
        "Search",
        Html.of(
            "<p>{} in {} of {}; {} of them left more jobs unfinished than the default and could not"
                + " win. The chart shows all on the {} that all of them met.</p>\n{}",
            Quantity.count(count, "setting"),
            Quantity.count(tuning.runs(), "run"),
            Quantity.count(tuning.budget()),
            tuning.trials().stream().filter(Trial::failed).count(),
            Quantity.count(common, "replication"),
            figures.of(
                CurveChart.of(
                    "history",
                    Sentence.start(MetricText.label(tuning.metric())) + " of the settings tried",
                    "Each setting in the order of the search, the best so far, and the default.",
                    "number of the setting",
                    MetricText.label(tuning.metric())
                        + (MetricText.isDuration(tuning.metric()) ? ", s" : ""),
                    CurveChart.Vertical.WIDE_IF_POSITIVE,
                    List.of(
                        Curve.of(new Series("best so far", x, best)),
                        Curve.of(new Series("each setting", x, each)),
                        Curve.of(new Series("default", x, line)))),
                table)));
  }

  private Object[] row(Trial trial) {
    int done = trial.costs().size();
    double usual = tuning.trial(tuning.usual()).mean(done);
    return new Object[] {
      trial.scheduler(),
      switch (trial.phase()) {
        case DEFAULT -> "default";
        case RANDOM -> "at random";
        case NEARBY -> "near the best";
      },
      done,
      MetricText.value(tuning.metric(), trial.mean(done)),
      TuningText.change(usual, trial.mean(done))
    };
  }

  private Section method() {
    Table ranges =
        new Table("Ranges searched").text("Parameter").number("From").number("To").text("Steps");
    for (Dimension dimension : tuning.dimensions()) {
      ranges.row(
          dimension.name(),
          Quantity.of(dimension.low()),
          Quantity.of(dimension.high()),
          dimension.logarithmic() ? "by factors" : "even");
    }
    return new Section(
        "method",
        "Method and limits",
        Html.of(
            """
            <p>Successive halving over random settings, then over settings near the best one; all \
            meet the same jobs and failures (common random numbers), seed {}. The best of many \
            settings looks better on the jobs it was chosen by than it is: only the later part, \
            which the search never saw, tells what it is worth. Both parts start on an empty \
            cluster. The interval is a paired 95 % Student interval over replications of the later \
            part; it knows nothing of another trace.</p>
            {}
            <p>Training part:</p><pre>{}</pre>
            <p>Later part:</p><pre>{}</pre>
            <p>To get this again:</p><pre>{}</pre>""",
            tuning.seed(),
            ranges.html(),
            changes(tuning.train()),
            changes(tuning.test()),
            tuning.command()));
  }

  private static String changes(Tuning.Part part) {
    return part.changes().stream()
        .map(change -> "--set '" + change + "'")
        .collect(Collectors.joining("\n"));
  }
}
