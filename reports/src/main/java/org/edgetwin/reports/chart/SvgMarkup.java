package org.edgetwin.reports.chart;

import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Writes Batik's tree as compact markup: attributes sorted by name, rendering hints and defaults
 * left out, empty groups dropped, colours in hexadecimal, so that a style sheet can match them.
 */
final class SvgMarkup {
  /** DejaVu Sans, with which charts are usually laid out, and fonts of the same widths. */
  private static final String FONTS = "DejaVu Sans, Verdana, Geneva, sans-serif";

  private static final Set<String> DROPPED =
      Set.of(
          "color-interpolation",
          "color-rendering",
          "font-family",
          "image-rendering",
          "shape-rendering",
          "text-rendering",
          "xml:space");

  private static final Pattern RGB = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)");

  private final StringBuilder out = new StringBuilder();

  private SvgMarkup() {}

  static String of(Chart chart, Element root) {
    SvgMarkup markup = new SvgMarkup();
    String id = chart.id();
    markup.out.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" "
                + "aria-labelledby=\"%s-title %s-text\" font-family=\"%s\"",
            chart.width(),
            chart.height(),
            id,
            id,
            FONTS));
    markup.attributes(root, Set.of("width", "height", "xmlns", "xmlns:xlink", "viewBox"));
    markup.out.append('>');
    markup.named("title", id + "-title", chart.title());
    markup.named("desc", id + "-text", chart.description());
    markup.children(root);
    markup.out.append("</svg>");
    return markup.out.toString();
  }

  private void named(String tag, String id, String text) {
    out.append('<').append(tag).append(" id=\"").append(id).append("\">");
    escaped(text);
    out.append("</").append(tag).append('>');
  }

  private void children(Node parent) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        element(element);
      } else if (child instanceof Text text) {
        escaped(text.getData());
      }
    }
  }

  private void element(Element element) {
    String tag = element.getTagName();
    boolean container = tag.equals("g") || tag.equals("defs");
    if (container && !element.hasChildNodes()) {
      return;
    }
    int start = out.length();
    out.append('<').append(tag);
    attributes(element, Set.of());
    if (!element.hasChildNodes()) {
      out.append("/>");
      return;
    }
    out.append('>');
    int open = out.length();
    children(element);
    if (container && out.length() == open) {
      out.setLength(start);
      return;
    }
    out.append("</").append(tag).append('>');
  }

  private void attributes(Element element, Set<String> alsoDropped) {
    TreeMap<String, String> byName = new TreeMap<>();
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      byName.put(attributes.item(i).getNodeName(), attributes.item(i).getNodeValue());
    }
    byName.keySet().removeAll(DROPPED);
    byName.keySet().removeAll(alsoDropped);
    byName.forEach(
        (name, value) -> {
          out.append(' ').append(name).append("=\"");
          escaped(compact(name, value));
          out.append('"');
        });
  }

  private static String compact(String name, String value) {
    return switch (name) {
      case "fill", "stroke" -> hex(value);
      case "d" -> value.replaceAll(" ?([A-Z]) ?", "$1");
      default -> value;
    };
  }

  private static String hex(String colour) {
    Matcher rgb = RGB.matcher(colour);
    return rgb.matches()
        ? String.format(
            Locale.ROOT,
            "#%02x%02x%02x",
            Integer.parseInt(rgb.group(1)),
            Integer.parseInt(rgb.group(2)),
            Integer.parseInt(rgb.group(3)))
        : colour;
  }

  private void escaped(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
  }
}
