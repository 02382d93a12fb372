package org.edgetwin.sim.validation;

import java.util.List;

/**
 * A model that was held against measurements.
 *
 * @param part of the whole, such as {@code sharing}; models of one part stand together
 * @param name unique, short, such as {@code pairs-statistical}
 * @param model what predicted, in one line
 * @param data what was measured and by whom, in one line
 * @param split what was left out of the fit, in one line
 * @param cells lines of the table
 */
public record CheckedModel(
    String part, String name, String model, String data, String split, List<CheckCell> cells) {
  public CheckedModel {
    cells = List.copyOf(cells);
  }

  public boolean passed() {
    return cells.stream().allMatch(CheckCell::passed);
  }

  /** How many figures have a bar. */
  public long bars() {
    return figuresWithBar().size();
  }

  /** How many figures miss theirs. */
  public long missed() {
    return figuresWithBar().stream().filter(figure -> !figure.passed()).count();
  }

  private List<Figure> figuresWithBar() {
    return cells.stream()
        .flatMap(cell -> cell.figures().stream())
        .filter(figure -> figure.rule() != Figure.Rule.REPORTED)
        .toList();
  }
}
