package org.edgetwin.reports.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.edgetwin.reports.text.Html;

/**
 * What all pages have in common: one file that needs no network, light and dark, with a heading, an
 * answer and a table of contents.
 *
 * @param kind what sort of page it is, such as {@code EdgeTwin simulation report}
 * @param title heading of the page
 * @param titleInBrowser what tabs and bookmarks call it
 * @param alert stands above the answer; may be empty
 * @param answer the result in one or two sentences
 */
public record PageFrame(
    String kind, String title, String titleInBrowser, Html alert, String answer) {

  /** The whole page. */
  public Html around(List<Section> sections) {
    return Html.of(
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="generator" content="EdgeTwin">
        <title>{}</title>
        <style>
        {}
        </style>
        </head>
        <body>
        <header>
        <p class="kind">{}</p>
        <h1>{}</h1>
        {}
        <p class="answer">{}</p>
        <nav aria-label="Contents">{}</nav>
        </header>
        <main>
        {}
        </main>
        </body>
        </html>
        """,
        titleInBrowser,
        style(),
        kind,
        title,
        alert,
        answer,
        sections.stream().map(Section::link).collect(Html.joining()),
        sections.stream().map(Section::html).collect(Html.joining()));
  }

  private static Html style() {
    try (InputStream css = PageFrame.class.getResourceAsStream("report.css")) {
      return Html.trusted(new String(css.readAllBytes(), StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
