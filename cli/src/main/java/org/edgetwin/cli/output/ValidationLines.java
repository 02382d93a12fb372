package org.edgetwin.cli.output;

import java.util.function.Consumer;
import org.edgetwin.cli.terminal.TextTable;
import org.edgetwin.reports.text.Quantity;
import org.edgetwin.reports.validation.FigureText;
import org.edgetwin.sim.validation.CheckCell;
import org.edgetwin.sim.validation.CheckedModel;
import org.edgetwin.sim.validation.Figure;

/** Models against measurements for people: the figures of each as soon as they are known. */
public final class ValidationLines implements Consumer<CheckedModel> {
  private final Consumer<String> out;
  private String part = "";

  /**
   * @param out takes the lines
   */
  public ValidationLines(Consumer<String> out) {
    this.out = out;
  }

  @Override
  public void accept(CheckedModel model) {
    if (!model.part().equals(part)) {
      part = model.part();
      out.accept(part);
    }
    out.accept("  " + model.name() + ": " + model.model());
    TextTable table =
        new TextTable().text("").text("").text("").number("").text("").text("").number("");
    for (CheckCell cell : model.cells()) {
      String name = cell.name();
      int count = cell.comparisons().size();
      String points = count == 0 ? "" : Quantity.count(count, "point");
      for (Figure figure : cell.figures()) {
        table.row(
            "  ",
            name,
            figure.name(),
            FigureText.value(figure),
            FigureText.bar(figure),
            FigureText.verdict(figure),
            points);
        name = "";
        points = "";
      }
    }
    table.lines().forEach(out);
  }

  /** Writes the last line. */
  public void conclude(String conclusion) {
    out.accept("");
    out.accept(conclusion);
  }
}
