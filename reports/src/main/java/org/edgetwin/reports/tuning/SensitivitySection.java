package org.edgetwin.reports.tuning;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.reports.chart.Curve;
import org.edgetwin.reports.chart.CurveChart;
import org.edgetwin.reports.chart.Series;
import org.edgetwin.reports.page.Figures;
import org.edgetwin.reports.page.Section;
import org.edgetwin.reports.page.Table;
import org.edgetwin.reports.text.Html;
import org.edgetwin.reports.text.Quantity;
import org.edgetwin.sim.tuning.Dimension;
import org.edgetwin.sim.tuning.Sensitivity;

/** What each parameter does to the metric, over the settings that were drawn at random. */
final class SensitivitySection {
  private final Tuning tuning;
  private final Figures figures;

  SensitivitySection(Tuning tuning, Figures figures) {
    this.tuning = tuning;
    this.figures = figures;
  }

  Section section() {
    List<Html> parts = new ArrayList<>();
    Table table =
        new Table("What the parameters do")
            .text("Parameter")
            .number("Share explained")
            .number("Rank correlation");
    for (int i = 0; i < tuning.dimensions().size(); i++) {
      Dimension dimension = tuning.dimensions().get(i);
      Sensitivity sensitivity = Sensitivity.of(dimension, i, tuning.trials(), tuning.usual());
      table.row(
          dimension.name(),
          Quantity.percent(sensitivity.explainedShare()),
          Quantity.of(sensitivity.rankCorrelation()));
      if (sensitivity.bins().size() > 1) {
        parts.add(chart(dimension, i, sensitivity));
      }
    }
    return new Section(
        "sensitivity",
        "Sensitivity",
        Html.of(
            """
            <p>The ratio of the metric to that of the default on the same replications, over all \
            random settings. Share explained: of the spread of the ratio, by the parameter alone \
            (between its bins); what is left is noise and the other parameters. With few settings \
            both are rough.</p>
            {}
            {}""",
            table.html(),
            parts.stream().collect(Html.joining())));
  }

  private Html chart(Dimension dimension, int i, Sensitivity sensitivity) {
    int count = sensitivity.bins().size();
    double[] x = new double[count];
    double[] mean = new double[count];
    double[] low = new double[count];
    double[] high = new double[count];
    Table table =
        new Table(dimension.name())
            .number("Value, middle")
            .number("Mean ratio")
            .number("Least")
            .number("Largest")
            .number("Settings");
    for (int b = 0; b < count; b++) {
      Sensitivity.Bin bin = sensitivity.bins().get(b);
      x[b] = dimension.logarithmic() ? Math.log10(bin.value()) : bin.value();
      mean[b] = bin.mean();
      low[b] = bin.least();
      high[b] = bin.largest();
      table.row(
          Quantity.of(bin.value()),
          Quantity.of(bin.mean()),
          Quantity.of(bin.least()),
          Quantity.of(bin.largest()),
          bin.settings());
    }
    return figures.of(
        CurveChart.of(
            "sensitivity-" + (i + 1),
            dimension.name() + ": " + dimension.meaning(),
            "Mean ratio to the default by value, with the range over the settings.",
            dimension.name() + (dimension.logarithmic() ? ", power of ten" : ""),
            "ratio to the default",
            CurveChart.Vertical.WIDE_IF_POSITIVE,
            List.of(
                new Curve(
                    new Series(dimension.name(), x, mean),
                    new Curve.Band(new Series("least", x, low), new Series("largest", x, high))))),
        table);
  }
}
