package org.edgetwin.reports.explain;

import java.util.ArrayList;
import java.util.List;

/**
 * A table before anybody has drawn it.
 *
 * @param caption what it shows
 * @param numbers of the columns, whether they hold numbers
 * @param rows one cell for each column
 */
public record Grid(
    String caption, List<String> titles, List<Boolean> numbers, List<List<String>> rows) {
  /** A table without columns and rows, to be filled. */
  Grid(String caption) {
    this(caption, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  Grid text(String title) {
    titles.add(title);
    numbers.add(false);
    return this;
  }

  Grid number(String title) {
    titles.add(title);
    numbers.add(true);
    return this;
  }

  void row(String... cells) {
    rows.add(List.of(cells));
  }
}
