package org.edgetwin.cli.output;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.cli.terminal.TextTable;
import org.edgetwin.reports.text.MetricText;
import org.edgetwin.reports.text.Quantity;
import org.edgetwin.reports.tuning.Tuning;
import org.edgetwin.reports.tuning.TuningText;
import org.edgetwin.sim.metrics.Metric;
import org.edgetwin.sim.tuning.Dimension;
import org.edgetwin.sim.tuning.Trial;

/** What a tuning found, on half a screen. */
public final class TuningLines {
  private TuningLines() {}

  /** The lines. */
  public static List<String> of(Tuning tuning) {
    List<String> lines = new ArrayList<>();
    lines.add(
        tuning.scenario()
            + ", seed "
            + tuning.seed()
            + ": "
            + Quantity.count(tuning.trials().size(), "setting")
            + " in "
            + Quantity.count(tuning.runs(), "run")
            + "; "
            + tuning.knowledge());
    lines.add(TuningText.answer(tuning));
    lines.add("");
    parts(tuning).lines().forEach(line -> lines.add("  " + line));
    lines.add("");
    values(tuning).lines().forEach(line -> lines.add("  " + line));
    lines.add("");
    lines.add("Scheduler  '" + tuning.tuned() + "'");
    return lines;
  }

  private static TextTable parts(Tuning tuning) {
    Metric metric = tuning.metric();
    TextTable table =
        new TextTable()
            .text(MetricText.label(metric))
            .text("submissions")
            .number("default")
            .number("tuned")
            .number("change")
            .number("replications");
    int n = tuning.train().replications();
    double usual = tuning.trial(tuning.usual()).mean(n);
    double tuned = tuning.trial(tuning.tuned()).mean(n);
    table.row(
        "training, chosen by it",
        tuning.train().words(),
        MetricText.value(metric, usual),
        MetricText.value(metric, tuned),
        TuningText.change(usual, tuned),
        Integer.toString(n));
    Tuning.Judgement judgement = tuning.judgement();
    if (judgement != null) {
      table.row(
          "later, not seen by it",
          tuning.test().words(),
          MetricText.value(metric, judgement.usual().mean()),
          MetricText.value(metric, judgement.tuned().mean()),
          TuningText.change(judgement.usual().mean(), judgement.tuned().mean()),
          Integer.toString(judgement.difference().n()));
    }
    return table;
  }

  private static TextTable values(Tuning tuning) {
    TextTable table =
        new TextTable()
            .text("parameter")
            .number("default")
            .number("tuned")
            .text("searched")
            .text("meaning");
    Trial best = tuning.trial(tuning.tuned());
    for (int i = 0; i < tuning.dimensions().size(); i++) {
      Dimension dimension = tuning.dimensions().get(i);
      table.row(
          dimension.name(),
          Quantity.of(dimension.defaultValue()),
          Quantity.of(best.values().get(i)),
          Quantity.of(dimension.low()) + " to " + Quantity.of(dimension.high()),
          dimension.meaning());
    }
    return table;
  }
}
