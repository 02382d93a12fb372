package org.edgetwin.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.chart.Chart;
import org.edgetwin.reports.sample.EdgeCases;
import org.edgetwin.reports.sample.SampleReport;
import org.edgetwin.reports.sample.SampleShape;
import org.junit.jupiter.api.Test;

class ReportPageTest {
  private static final int THREE_MEGABYTES = 3_000_000;
  private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>");
  private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");
  private static final Pattern LINK = Pattern.compile("(?:href=\"#|url\\(#)([^\")]*)");
  private static final List<String> VOID = List.of("meta", "link", "br", "img");

  @Test
  void edgeCasesGiveWellFormedPagesWithoutMachineNumbers() {
    for (Map.Entry<String, ReportContent> edge : EdgeCases.all().entrySet()) {
      String html = new ReportPage(edge.getValue()).html();

      assertThat(unbalanced(html)).as(edge.getKey()).isEmpty();
      assertThat(html).as(edge.getKey()).doesNotContain("NaN", "Infinity", "null");
      assertLinksLeadSomewhere(html);
    }
  }

  @Test
  void namesNeverBecomeMarkup() {
    String html = new ReportPage(EdgeCases.all().get("hostile")).html();

    assertThat(html).doesNotContain("<script").contains("&lt;script&gt;alert(&#39;x&#39;)");
  }

  @Test
  void pageNeedsNoNetwork() {
    String html =
        new ReportPage(SampleReport.comparison(SampleShape.small(), List.of("fifo", "sjf"), 10))
            .html();

    assertThat(html.replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http:", "https:", "<script", "<link", "@import", "<img");
  }

  @Test
  void largestPageIsSmallEnough() {
    List<String> schedulers = new ArrayList<>(SampleReport.FIVE);
    String html =
        new ReportPage(SampleReport.comparison(SampleShape.large(), schedulers, 10)).html();

    assertThat(html.length()).isLessThan(THREE_MEGABYTES);
  }

  @Test
  void everyChartHasATitleADescriptionAndItsData() {
    ReportPage page = new ReportPage(SampleReport.run(SampleShape.small()));

    assertThat(page.charts()).hasSizeGreaterThan(4);
    for (Chart chart : page.charts()) {
      assertThat(page.html())
          .contains("aria-labelledby=\"" + chart.id() + "-title " + chart.id() + "-text\"")
          .contains("<title id=\"" + chart.id() + "-title\">");
    }
    assertThat(count(page.html(), "<summary>Data of this chart</summary>"))
        .isEqualTo(page.charts().size());
  }

  @Test
  void partialResultIsMarked() {
    assertThat(new ReportPage(EdgeCases.all().get("stopped-at-once")).html())
        .contains("Partial result.");
    assertThat(new ReportPage(SampleReport.run(SampleShape.small())).html())
        .doesNotContain("Partial result.");
  }

  @Test
  void jobsThatDidNotFinishAreNamed() {
    String html = new ReportPage(EdgeCases.all().get("nothing-finished")).html();

    assertThat(html)
        .contains("30 jobs unfinished: the 20 that held most; all are in jobs.csv")
        .contains("fifo on 16 GPUs finished 0 of 30 jobs.");
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

  private static int count(String text, String part) {
    return (text.length() - text.replace(part, "").length()) / part.length();
  }
}
