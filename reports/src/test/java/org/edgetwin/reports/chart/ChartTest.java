package org.edgetwin.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
    assertThat(texts(intervals("one"))).contains("a <b>", "once", "lower bound", "mean wait, s");
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

  @Test
  void ratiosAreComparedWithOneAndNotWithZero() throws Exception {
    Chart chart =
        IntervalChart.ratios(
            "r", "Title", "Text", "ratio", List.of(new IntervalChart.Row("sjf", 0.9, 0.88, 0.92)));

    assertThat(texts(chart)).contains("equal", "sjf", "0.9", "1").doesNotContain("0");
  }

  @Test
  void bandsLieBehindTheirLines() throws Exception {
    Series line = new Series("ppo", new double[] {0, 1}, new double[] {2, 3});
    Series low = new Series("low", new double[] {0, 1}, new double[] {1, 2});
    Series high = new Series("high", new double[] {0, 1}, new double[] {4, 6});
    Chart plain = curves(Curve.of(line));
    String banded = curves(new Curve(line, new Curve.Band(low, high))).svg();

    parse(banded);
    assertThat(plain.svg()).doesNotContain("fill-opacity=\"0.2");
    assertThat(banded.indexOf("fill-opacity=\"0.2"))
        .isPositive()
        .isLessThan(banded.lastIndexOf("stroke=\"#0072b2\""));
    assertThat(texts(plain)).contains("steps");
  }

  @Test
  void curvesOverManyPowersOfTenAreLogarithmic() throws Exception {
    Series wide = new Series("loss", new double[] {0, 1}, new double[] {1e-3, 10});

    assertThat(texts(curves(Curve.of(wide)))).contains("0.001", "0.01", "10");
  }

  @Test
  void scatterTellsGroupsApart() throws Exception {
    Chart chart =
        ScatterChart.of(
            "s",
            "Title",
            "Text",
            "rule",
            "policy",
            ScatterChart.Axes.LOGARITHMIC_TIMES,
            List.of(
                new ScatterChart.Point("load 0.7", 700, 650),
                new ScatterChart.Point("load 0.9", 7000, 7100)));

    assertThat(texts(chart)).contains("load 0.7", "load 0.9", "rule", "10 min", "1 h");
  }

  @Test
  void scatterOnLinearAxesTakesZeroAndBelow() throws Exception {
    Chart chart =
        ScatterChart.of(
            "s",
            "Title",
            "Text",
            "measured",
            "predicted",
            ScatterChart.Axes.LINEAR,
            List.of(new ScatterChart.Point("a", -1, 0), new ScatterChart.Point("a", 0.5, 0.6)));

    assertThat(texts(chart)).contains("0", "−1");
  }

  private static Chart curves(Curve curve) {
    return CurveChart.of(
        "c",
        "Title",
        "Text",
        "steps",
        "cost",
        CurveChart.Vertical.WIDE_IF_POSITIVE,
        List.of(curve));
  }

  private static List<String> texts(Chart chart) throws Exception {
    var texts = parse(chart.svg()).getElementsByTagName("text");
    List<String> all = new ArrayList<>();
    for (int i = 0; i < texts.getLength(); i++) {
      all.add(texts.item(i).getTextContent());
    }
    return all;
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
