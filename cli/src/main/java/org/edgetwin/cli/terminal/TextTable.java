package org.edgetwin.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** A table of plain text: columns as wide as their content, two spaces between them. */
public final class TextTable {
  private static final String GAP = "  ";

  private enum Side {
    LEFT,
    RIGHT
  }

  private final List<String> titleList = new ArrayList<>();
  private final List<Side> sideList = new ArrayList<>();
  private final List<List<String>> rowList = new ArrayList<>();

  /** Adds a column of words. */
  public TextTable text(String title) {
    titleList.add(title);
    sideList.add(Side.LEFT);
    return this;
  }

  /** Adds a column of numbers, which end at the right. */
  public TextTable number(String title) {
    titleList.add(title);
    sideList.add(Side.RIGHT);
    return this;
  }

  /** Adds a row with one cell for each column. */
  public TextTable row(String... cells) {
    return row(List.of(cells));
  }

  /** Adds a row with one cell for each column. */
  public TextTable row(List<String> cells) {
    if (cells.size() != titleList.size()) {
      throw new IllegalArgumentException(
          "The row " + cells + " does not fit the columns " + titleList + ".");
    }
    rowList.add(List.copyOf(cells));
    return this;
  }

  /** The lines, titles first; without titles if all of them are empty. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (titleList.stream().anyMatch(title -> !title.isEmpty())) {
      lines.add(line(titleList));
    }
    rowList.forEach(row -> lines.add(line(row)));
    return lines;
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      String space = " ".repeat(width(column) - length(cell));
      line.append(column == 0 ? "" : GAP);
      line.append(sideList.get(column) == Side.LEFT ? cell + space : space + cell);
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    int width = length(titleList.get(column));
    for (List<String> row : rowList) {
      width = Math.max(width, length(row.get(column)));
    }
    return width;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
