package org.edgetwin.reports.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.edgetwin.reports.chart.Chart;
import org.edgetwin.reports.page.PageChecks;
import org.edgetwin.sim.validation.Figure;
import org.junit.jupiter.api.Test;

class ValidationPageTest {
  private static final ValidationPage PAGE = new ValidationPage(ValidationSample.models());

  @Test
  void theAnswerHidesNoMiss() {
    assertThat(ValidationPage.conclusion(ValidationSample.models()))
        .isEqualTo("3 checks, 3 bars: 1 missed.");
    assertThat(ValidationPage.conclusion(ValidationSample.models().subList(0, 1)))
        .isEqualTo(
            "1 check, 1 bar: all are reached, on measurements that no fit has seen unless their line says so.");
    assertThat(PAGE.html()).contains("<strong>MISSED</strong>", "1 missed");
  }

  @Test
  void everyModelHasItsTextsFiguresAndPoints() {
    assertThat(PAGE.html())
        .contains("some pairs &lt;of jobs&gt;", "a third of the pairs", "≤ 3.50 %", "3.49 %")
        .contains("1,000", "≤ 1.00 × 10⁻⁹");
    assertThat(PAGE.charts()).extracting(Chart::id).containsExactly("pairs", "round-trip-times");
  }

  @Test
  void percentagesAreWrittenAsTheyWereMeant() {
    assertThat(FigureText.bar(Figure.percentAtMost("mean error", 0, 0.07))).isEqualTo("≤ 7 %");
    assertThat(FigureText.bar(Figure.percentAtMost("mean error", 0, 0.075))).isEqualTo("≤ 7.50 %");
    assertThat(FigureText.value(Figure.percent("mean error", 0.00152))).isEqualTo("0.152 %");
  }

  @Test
  void thousandsOfPointsStayLight() {
    String svg = PAGE.charts().get(1).svg();
    assertThat(svg.length()).isLessThan(200_000);
    assertThat(PAGE.html()).contains("every n-th is drawn");
  }

  @Test
  void thePageStandsAlone() {
    PageChecks.assertWellFormed("validation", PAGE.html());
    PageChecks.assertNeedsNoNetwork(PAGE.html());
  }
}
