package org.edgetwin.reports.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.reports.chart.Chart;
import org.edgetwin.reports.page.Figures;
import org.edgetwin.reports.page.PageFrame;
import org.edgetwin.reports.page.Section;
import org.edgetwin.reports.page.Table;
import org.edgetwin.reports.text.Html;
import org.edgetwin.reports.text.Quantity;
import org.edgetwin.sim.validation.CheckCell;
import org.edgetwin.sim.validation.CheckedModel;
import org.edgetwin.sim.validation.Figure;

/** Models held against measurements, as a page. It computes nothing but quantiles of errors. */
public final class ValidationPage {
  private final List<CheckedModel> models;
  private final Figures figures = new Figures();
  private final Html page;

  /** A page about these models, in this order. */
  public ValidationPage(List<CheckedModel> models) {
    this.models = List.copyOf(models);
    page = build();
  }

  /** The page: one file that needs no network. */
  public String html() {
    return page.toString();
  }

  /** All its charts, in order. */
  public List<Chart> charts() {
    return figures.charts();
  }

  /** The result in a sentence. */
  public static String conclusion(List<CheckedModel> models) {
    long bars = models.stream().mapToLong(CheckedModel::bars).sum();
    long missed = models.stream().mapToLong(CheckedModel::missed).sum();
    String checked = Quantity.count(models.size(), "check") + ", " + Quantity.count(bars, "bar");
    return missed == 0
        ? checked
            + ": all are reached, on measurements that no fit has seen unless their line says so."
        : checked + ": " + Quantity.count(missed) + " missed.";
  }

  private Html build() {
    List<Section> sections = new ArrayList<>();
    sections.add(summary());
    Map<String, List<CheckedModel>> parts = new LinkedHashMap<>();
    models.forEach(m -> parts.computeIfAbsent(m.part(), part -> new ArrayList<>()).add(m));
    parts.forEach(
        (part, ofPart) -> {
          Html body =
              ofPart.stream()
                  .map(model -> new ModelSection(model).html(figures))
                  .collect(Html.joining());
          sections.add(new Section(part, title(part), body));
        });
    return new PageFrame(
            "EdgeTwin model validation",
            "Models against measurements",
            "Models against measurements – EdgeTwin",
            Html.EMPTY,
            conclusion(models))
        .around(sections);
  }

  private Section summary() {
    Table table =
        new Table("Every figure that has a bar")
            .text("Check")
            .text("Of")
            .text("Figure")
            .number("Value")
            .number("Bar")
            .text("");
    for (CheckedModel model : models) {
      for (CheckCell cell : model.cells()) {
        for (Figure figure : cell.figures()) {
          if (figure.rule() != Figure.Rule.REPORTED) {
            table.row(
                Html.of("<a href=\"#{}\">{}</a>", model.name(), model.name()),
                cell.name(),
                figure.name(),
                FigureText.value(figure),
                FigureText.bar(figure),
                verdict(figure));
          }
        }
      }
    }
    return new Section("bars", "Figures and bars", table.html());
  }

  private static Html verdict(Figure figure) {
    String text = FigureText.verdict(figure);
    return figure.passed() ? Html.of("{}", text) : Html.of("<strong>{}</strong>", text);
  }

  private static String title(String part) {
    return Character.toUpperCase(part.charAt(0)) + part.substring(1);
  }
}
