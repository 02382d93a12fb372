package org.edgetwin.reports.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.edgetwin.reports.chart.Chart;
import org.edgetwin.reports.page.PageChecks;
import org.junit.jupiter.api.Test;

class EvaluationPageTest {
  private static final IntervalEstimate WORSE = IntervalEstimate.of(1.2, 1.1, 1.3);
  private static final IntervalEstimate UNDEFINED = new IntervalEstimate(Double.NaN, null);

  @Test
  void headlineSaysHowMuchAndHowSure() {
    assertThat(answer(LearningSample.evaluation()))
        .isEqualTo(
            "On 180 windows of 256 jobs (60 at each of 3 loads), the mean completion time of"
                + " learned is on average 7.5 % below that of srsf-gp (mean ratio 0.925, 95 %"
                + " interval 0.905 to 0.945). The interval lies below 1 against 3 of 4 baselines."
                + " It closes 37 % of the gap between tuned-rule and clairvoyant.");
  }

  @Test
  void headlineHidesNoDefeat() {
    assertThat(answer(small(baseline("sjf", WORSE))))
        .isEqualTo(
            "On a window, the cost of <p> is on average 20 % above that of sjf (mean ratio 1.20,"
                + " 95 % interval 1.10 to 1.30). The interval lies below 1 against 0 of 1"
                + " baseline, above 1 against 1.");
    assertThat(answer(small(baseline("sjf", new IntervalEstimate(1, null)))))
        .contains("on average equal to that of sjf (mean ratio 1).");
  }

  @Test
  void pageHasEveryPart() {
    EvaluationPage page = new EvaluationPage(LearningSample.evaluation());

    assertThat(page.charts()).extracting(Chart::id).containsExactly("ratios", "profile", "windows");
    assertThat(page.html())
        .contains("id=\"loads\"", "Optimality gap", "tuned-rule", "5 training seeds", "180 test");
    PageChecks.assertWellFormed("evaluation", page.html());
    PageChecks.assertNeedsNoNetwork(page.html());
  }

  @Test
  void partsWithoutFiguresAreLeftOut() {
    EvaluationPage page = new EvaluationPage(small(baseline("<script>", UNDEFINED)));

    assertThat(page.charts()).hasSize(1);
    assertThat(page.html()).contains("With one training seed").doesNotContain("id=\"loads\"");
    PageChecks.assertWellFormed("small", page.html());
    PageChecks.assertNeedsNoNetwork(page.html());
  }

  @Test
  void refusesToCompareWithNothing() {
    assertThatThrownBy(() -> small()).hasMessageContaining("no baseline to compare <p> with");
  }

  private static String answer(Evaluation evaluation) {
    return new EvaluationAnswer(evaluation).sentence();
  }

  private static BaselineComparison baseline(String name, IntervalEstimate ratio) {
    return new BaselineComparison(
        name, "", 2, ratio, ratio, ratio, ratio, 2, ratio, ratio, ratio, null);
  }

  private static Evaluation small(BaselineComparison... baselines) {
    return new Evaluation(
        "Small",
        "<p>",
        "a window",
        "cost",
        false,
        1,
        1,
        1,
        List.of(baselines),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        List.of());
  }
}
