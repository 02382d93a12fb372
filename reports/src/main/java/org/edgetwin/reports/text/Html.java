package org.edgetwin.reports.text;

import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * A piece of markup. The only ways to make one are a template with its values, which are escaped,
 * and other pieces, which are not: so no name from a scenario can ever become markup.
 */
public final class Html {
  /** Nothing. */
  public static final Html EMPTY = new Html("");

  private static final String SLOT = "{}";

  private final String markup;

  private Html(String markup) {
    this.markup = markup;
  }

  /**
   * Fills a template.
   *
   * @param template markup with a {@code {}} for each value; inside a tag, a slot stands between
   *     double quotes
   * @param values pieces of markup go in as they are, everything else is escaped
   */
  public static Html of(String template, Object... values) {
    StringBuilder out = new StringBuilder(template.length() + 64);
    int from = 0;
    for (Object value : values) {
      int slot = template.indexOf(SLOT, from);
      if (slot < 0) {
        throw new IllegalArgumentException(
            "The template has fewer slots than the " + values.length + " values: " + template);
      }
      out.append(template, from, slot);
      append(out, value);
      from = slot + SLOT.length();
    }
    if (template.indexOf(SLOT, from) >= 0) {
      throw new IllegalArgumentException(
          "The template has more slots than the " + values.length + " values: " + template);
    }
    return new Html(out.append(template, from, template.length()).toString());
  }

  /** Markup from a trusted writer of this module, such as a chart's SVG. */
  public static Html trusted(String markup) {
    return new Html(markup);
  }

  /** Pieces one after the other, each on a line of its own. */
  public static Collector<Html, ?, Html> joining() {
    return Collectors.collectingAndThen(
        Collectors.mapping(Html::toString, Collectors.joining("\n")), Html::new);
  }

  /** Whether it shows nothing. */
  public boolean isEmpty() {
    return markup.isBlank();
  }

  private static void append(StringBuilder out, Object value) {
    if (value instanceof Html html) {
      out.append(html.markup);
      return;
    }
    String text = String.valueOf(value);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }

  /** The markup. */
  @Override
  public String toString() {
    return markup;
  }
}
