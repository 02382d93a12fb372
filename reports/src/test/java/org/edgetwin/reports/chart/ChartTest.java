package org.edgetwin.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class ChartTest {
  private static final List<IntervalChart.Row> ROWS =
      List.of(
          new IntervalChart.Row("a <b>", 100, 90, 110),
          new IntervalChart.Row("unknown", Double.NaN, Double.NaN, Double.NaN),
          new IntervalChart.Row("once", 120, 120, 120));

  @Test
  void svgIsWellFormedAndNamesItself() throws Exception {
    Document svg = parse(intervals("one").svg());

    assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("Title <x>");
    assertThat(svg.getElementsByTagName("desc").getLength()).isEqualTo(1);
  }

  @Test
  void textStaysText() throws Exception {
    var texts = parse(intervals("one").svg()).getElementsByTagName("text");
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < texts.getLength(); i++) {
      all.append(texts.item(i).getTextContent()).append('\n');
    }
    assertThat(all.toString()).contains("a <b>", "once", "lower bound", "mean wait");
  }

  @Test
  void sameChartSameTextButForItsIds() {
    assertThat(intervals("one").svg()).isEqualTo(intervals("one").svg());
    assertThat(intervals("one").svg().replace("one-", "two-")).isEqualTo(intervals("two").svg());
  }

  @Test
  void coloursAreThoseThatThePageTurnsForDarkScreens() {
    assertThat(intervals("one").svg())
        .contains("fill=\"#333333\"", "stroke=\"#dddddd\"", "#0072b2")
        .doesNotContain("rgb(", "font-family='", "gradient");
  }

  @Test
  void cellsOfOneColourAreOnePath() throws Exception {
    double[][] shares = {{0, 0, 1, 1, Double.NaN}, {0.5, 0.5, 0.5, 0.5, 0.5}};
    String svg =
        new HeatMap(List.of("r1", "r2"), shares, 60)
            .chart("map", "Title", "Text", "share", 300)
            .svg();
    assertThat(svg.split("<path ", -1)).hasSizeLessThan(25);
    assertThat(parse(svg).getDocumentElement().getTagName()).isEqualTo("svg");
  }

  private static Chart intervals(String id) {
    return IntervalChart.of(id, "Title <x>", "Text & more", "mean wait", true, ROWS, 42);
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
