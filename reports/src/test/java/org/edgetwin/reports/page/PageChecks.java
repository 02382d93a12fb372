package org.edgetwin.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What every page must hold to. */
public final class PageChecks {
  private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>");
  private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");
  private static final Pattern LINK = Pattern.compile("(?:href=\"#|url\\(#)([^\")]*)");
  private static final List<String> VOID = List.of("meta", "link", "br", "img");

  private PageChecks() {}

  /** Tags are closed in order, links lead somewhere, numbers are those of people. */
  public static void assertWellFormed(String name, String html) {
    assertThat(unbalanced(html)).as(name).isEmpty();
    assertThat(html).as(name).doesNotContain("NaN", "Infinity", "null");
    assertLinksLeadSomewhere(html);
  }

  /** Nothing is loaded, nothing is executed. */
  public static void assertNeedsNoNetwork(String html) {
    assertThat(html.replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http:", "https:", "<script", "<link", "@import", "<img");
  }

  private static void assertLinksLeadSomewhere(String html) {
    List<String> ids = new ArrayList<>();
    Matcher id = ID.matcher(html);
    while (id.find()) {
      ids.add(id.group(1));
    }
    assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
    Matcher link = LINK.matcher(html);
    while (link.find()) {
      assertThat(ids).contains(link.group(1));
    }
  }

  /** Tags that are not closed in order. */
  private static List<String> unbalanced(String html) {
    List<String> open = new ArrayList<>();
    Matcher tag = TAG.matcher(html.substring(html.indexOf("</style>") + "</style>".length()));
    while (tag.find()) {
      String name = tag.group(2);
      if (!tag.group(3).isEmpty() || VOID.contains(name)) {
        continue;
      }
      if (tag.group(1).isEmpty()) {
        open.add(name);
      } else if (!open.isEmpty() && open.get(open.size() - 1).equals(name)) {
        open.remove(open.size() - 1);
      } else {
        open.add("/" + name);
      }
    }
    open.removeAll(List.of("/head", "/body", "/html"));
    return open;
  }
}
