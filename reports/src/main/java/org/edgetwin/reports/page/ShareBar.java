package org.edgetwin.reports.page;

import java.util.Locale;
import org.edgetwin.reports.text.Html;
import org.edgetwin.reports.text.Quantity;

/** A share as a number on a bar of that length. */
final class ShareBar {
  private ShareBar() {}

  static Html of(double share) {
    double width = Double.isFinite(share) ? Math.max(0, Math.min(1, share)) * 100 : 0;
    return Html.of(
        "<span class=\"bar\" style=\"--w:{}%\">{}</span>",
        String.format(Locale.ROOT, "%.1f", width), Quantity.percent(share));
  }
}
