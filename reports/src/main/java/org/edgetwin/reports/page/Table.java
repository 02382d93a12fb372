package org.edgetwin.reports.page;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.reports.text.Html;

/** A table; its first column names the rows. */
public final class Table {
  private final String caption;
  private final List<Column> columnList = new ArrayList<>();
  private final List<Html> rowList = new ArrayList<>();

  private record Column(String title, boolean number) {
    Html head() {
      return Html.of("<th scope=\"col\" class=\"{}\">{}</th>", number ? "n" : "t", title);
    }
  }

  public Table(String caption) {
    this.caption = caption;
  }

  /** Adds a column of texts. */
  public Table text(String title) {
    columnList.add(new Column(title, false));
    return this;
  }

  /** Adds a column of numbers. */
  public Table number(String title) {
    columnList.add(new Column(title, true));
    return this;
  }

  /** Adds a row: one value per column; markup as it is, everything else escaped. */
  public Table row(Object... values) {
    if (values.length != columnList.size()) {
      throw new IllegalArgumentException(
          values.length + " values in a table of " + columnList.size() + " columns: " + caption);
    }
    List<Html> cells = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      String kind = columnList.get(i).number() ? "n" : "t";
      String template =
          i == 0 ? "<th scope=\"row\" class=\"{}\">{}</th>" : "<td class=\"{}\">{}</td>";
      cells.add(Html.of(template, kind, values[i]));
    }
    rowList.add(Html.of("<tr>{}</tr>", cells.stream().collect(Html.joining())));
    return this;
  }

  /** The table. */
  public Html html() {
    return Html.of(
        """
        <div class="scroll" tabindex="0" role="region" aria-label="{}"><table>
        <caption>{}</caption>
        <thead><tr>{}</tr></thead>
        <tbody>
        {}
        </tbody></table></div>""",
        caption,
        caption,
        columnList.stream().map(Column::head).collect(Html.joining()),
        rowList.stream().collect(Html.joining()));
  }

  /** The table behind a line that unfolds it. */
  public Html folded(String summary) {
    return Fold.of(summary, html());
  }
}
