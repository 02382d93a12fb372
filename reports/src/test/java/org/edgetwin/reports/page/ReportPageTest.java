package org.edgetwin.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.chart.Chart;
import org.edgetwin.reports.sample.EdgeCases;
import org.edgetwin.reports.sample.SampleReport;
import org.edgetwin.reports.sample.SampleShape;
import org.junit.jupiter.api.Test;

class ReportPageTest {
  private static final int THREE_MEGABYTES = 3_000_000;

  @Test
  void edgeCasesGiveWellFormedPagesWithoutMachineNumbers() {
    for (Map.Entry<String, ReportContent> edge : EdgeCases.all().entrySet()) {
      String html = new ReportPage(edge.getValue()).html();

      PageChecks.assertWellFormed(edge.getKey(), html);
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

    PageChecks.assertNeedsNoNetwork(html);
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

  private static int count(String text, String part) {
    return (text.length() - text.replace(part, "").length()) / part.length();
  }
}
