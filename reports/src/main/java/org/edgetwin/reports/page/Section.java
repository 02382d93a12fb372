package org.edgetwin.reports.page;

import org.edgetwin.reports.text.Html;

/**
 * A part of the page.
 *
 * @param id where links lead: lower-case letters, digits and hyphens
 * @param title its heading
 * @param body its content
 */
public record Section(String id, String title, Html body) {
  Html html() {
    return Html.of("<section id=\"{}\">\n<h2>{}</h2>\n{}\n</section>", id, title, body);
  }

  Html link() {
    return Html.of("<a href=\"#{}\">{}</a>", id, title);
  }
}
