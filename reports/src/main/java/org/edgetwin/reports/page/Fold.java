package org.edgetwin.reports.page;

import org.edgetwin.reports.text.Html;

/** Something a reader unfolds. What is folded is not printed. */
final class Fold {
  private Fold() {}

  static Html of(String summary, Html body) {
    return Html.of("<details><summary>{}</summary>{}</details>", summary, body);
  }
}
