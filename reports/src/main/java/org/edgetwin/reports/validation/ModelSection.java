package org.edgetwin.reports.validation;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.reports.chart.Chart;
import org.edgetwin.reports.chart.ScatterChart;
import org.edgetwin.reports.page.Figures;
import org.edgetwin.reports.page.Table;
import org.edgetwin.reports.text.Html;
import org.edgetwin.reports.text.Quantity;
import org.edgetwin.sim.validation.CheckCell;
import org.edgetwin.sim.validation.CheckedModel;
import org.edgetwin.sim.validation.Comparison;
import org.edgetwin.sim.validation.Errors;
import org.edgetwin.sim.validation.Figure;

/** One model: what it was held against, its figures, and its predictions against measurements. */
final class ModelSection {
  /** Points of a cell that are drawn: more would only make the page heavy. */
  private static final int MOST_POINTS = 300;

  private final CheckedModel model;

  ModelSection(CheckedModel model) {
    this.model = model;
  }

  Html html(Figures figures) {
    return Html.of(
        """
        <h3 id="{}">{}</h3>
        <p>{}</p>
        <p>Measured: {}</p>
        <p>Left out: {}</p>
        {}
        {}""",
        model.name(),
        model.name(),
        model.model(),
        model.data(),
        model.split(),
        figureTable().html(),
        charts(figures));
  }

  private Table figureTable() {
    Table table =
        new Table("Figures of " + model.name())
            .text("Of")
            .text("Figure")
            .number("Value")
            .number("Bar")
            .text("")
            .number("Points");
    for (CheckCell cell : model.cells()) {
      int count = cell.comparisons().size();
      for (Figure figure : cell.figures()) {
        table.row(
            cell.name(),
            figure.name(),
            FigureText.value(figure),
            FigureText.bar(figure),
            FigureText.verdict(figure),
            count == 0 ? "" : Quantity.count(count));
      }
    }
    return table;
  }

  /** One chart for all cells of one unit and one kind of axes. */
  private Html charts(Figures figures) {
    List<Html> charts = new ArrayList<>();
    List<CheckCell> left =
        new ArrayList<>(model.cells().stream().filter(c -> !c.comparisons().isEmpty()).toList());
    while (!left.isEmpty()) {
      CheckCell first = left.get(0);
      List<CheckCell> alike =
          left.stream()
              .filter(c -> c.unit().equals(first.unit()) && c.logarithmic() == first.logarithmic())
              .toList();
      left.removeAll(alike);
      charts.add(figures.of(chart(alike, charts.size()), reading(alike), errorTable(alike)));
    }
    return charts.stream().collect(Html.joining());
  }

  private Chart chart(List<CheckCell> cells, int number) {
    CheckCell first = cells.get(0);
    String unit = first.unit().isEmpty() ? "" : ", " + first.unit();
    return ScatterChart.of(
        model.name() + (number == 0 ? "" : "-" + number),
        "Predicted against measured: " + model.name(),
        "A point for each prediction; the table has the quantiles of the errors.",
        "measured" + unit,
        "predicted" + unit,
        first.logarithmic() ? ScatterChart.Axes.LOGARITHMIC : ScatterChart.Axes.LINEAR,
        cells.stream().flatMap(cell -> points(cell).stream()).toList());
  }

  private static List<ScatterChart.Point> points(CheckCell cell) {
    List<Comparison> all = cell.comparisons();
    int step = (all.size() + MOST_POINTS - 1) / MOST_POINTS;
    List<ScatterChart.Point> points = new ArrayList<>();
    for (int i = 0; i < all.size(); i += step) {
      points.add(
          new ScatterChart.Point(cell.name(), all.get(i).measured(), all.get(i).predicted()));
    }
    return points;
  }

  private static String reading(List<CheckCell> cells) {
    String usual = "On the dashed line the model is right.";
    return cells.stream().anyMatch(cell -> cell.comparisons().size() > MOST_POINTS)
        ? usual + " Of more than " + MOST_POINTS + " points every n-th is drawn."
        : usual;
  }

  private static Table errorTable(List<CheckCell> cells) {
    Table table =
        new Table("Quantiles of |predicted − measured|, and of the same over the measurement")
            .text("Of")
            .number("Points")
            .number("p50")
            .number("p75")
            .number("p90")
            .number("p99")
            .number("p50, relative")
            .number("p75, relative")
            .number("p90, relative")
            .number("p99, relative");
    for (CheckCell cell : cells) {
      Errors absolute = Errors.absolute(cell.comparisons());
      Errors relative = Errors.relative(cell.comparisons());
      table.row(
          cell.name(),
          Quantity.count(cell.comparisons().size()),
          Quantity.of(absolute.median()),
          Quantity.of(absolute.quantile(0.75)),
          Quantity.of(absolute.p90()),
          Quantity.of(absolute.quantile(0.99)),
          Quantity.percent(relative.median()),
          Quantity.percent(relative.quantile(0.75)),
          Quantity.percent(relative.p90()),
          Quantity.percent(relative.quantile(0.99)));
    }
    return table;
  }
}
