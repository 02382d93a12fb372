package org.edgetwin.cli.explain;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.cli.terminal.TextTable;
import org.edgetwin.reports.explain.ExplanationText;
import org.edgetwin.reports.explain.Grid;

/** Why a job fared as it did, for a terminal. */
public final class ExplanationLines {
  private ExplanationLines() {}

  /** The lines. */
  public static List<String> of(ExplanationText text) {
    List<String> lines = new ArrayList<>();
    lines.add(text.title());
    lines.add(text.fate());
    lines.addAll(text.extent());
    int number = 0;
    for (ExplanationText.Told told : text.decisions()) {
      number++;
      lines.add("");
      lines.add(number + ". " + told.sentence());
      told.facts().forEach(grid -> add(grid, lines));
      for (Grid grid : told.alternatives()) {
        lines.add("   " + grid.caption());
        add(grid, lines);
      }
      if (!told.remark().isEmpty()) {
        lines.add("   " + told.remark());
      }
    }
    return lines;
  }

  private static void add(Grid grid, List<String> lines) {
    TextTable table = new TextTable();
    for (int i = 0; i < grid.titles().size(); i++) {
      if (grid.numbers().get(i)) {
        table.number(grid.titles().get(i));
      } else {
        table.text(grid.titles().get(i));
      }
    }
    grid.rows().forEach(table::row);
    table.lines().forEach(line -> lines.add("     " + line));
  }
}
