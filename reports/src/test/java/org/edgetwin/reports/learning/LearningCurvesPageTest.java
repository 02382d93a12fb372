package org.edgetwin.reports.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.edgetwin.reports.chart.Chart;
import org.edgetwin.reports.page.PageChecks;
import org.junit.jupiter.api.Test;

class LearningCurvesPageTest {
  @Test
  void oneChartForEachFigure() {
    LearningCurvesPage page = page(LearningSample.runs("ppo", 1, 0.93));

    assertThat(page.charts())
        .extracting(Chart::title)
        .containsExactly(
            "Validation: jct ratio",
            "Episodic return",
            "Entropy of the policy",
            "Approximate KL divergence of an update",
            "KL divergence from the rule that leashes the policy",
            "Value loss",
            "Explained variance of the returns",
            "Training speed");
    PageChecks.assertWellFormed("one training", page.html());
    PageChecks.assertNeedsNoNetwork(page.html());
    assertThat(page.html()).contains(">orderer</text>", ">placer</text>");
  }

  @Test
  void trainingsOfOneLabelAreOneCurve() {
    List<TrainingRun> runs = new ArrayList<>(LearningSample.runs("ppo", 3, 0.93));
    runs.addAll(LearningSample.runs("imitation", 1, 1));

    String html = page(runs).html();

    assertThat(html)
        .contains(">ppo (mean of 3)</text>", ">imitation</text>", "ppo #3", "bands their range")
        .doesNotContain("imitation #1");
    PageChecks.assertWellFormed("four trainings", html);
  }

  @Test
  void bestIsTheLowestOfAll() {
    TrainingRun first = run("a", curve(new double[] {0, 10, 20}, new double[] {3, 0.5, 0.75}));
    TrainingRun second = run("b", curve(new double[] {0, 10}, new double[] {3, 0.6}));

    assertThat(page(List.of(second, first)).html())
        .contains(
            "Lowest validation cost (validation/jct_ratio): 0.500, by a at 10 updates,"
                + " 100 s after its first record.");
  }

  @Test
  void whatIsMissingIsLeftOut() {
    LearningCurvesPage page =
        page(
            List.of(
                new TrainingRun(
                    "ppo",
                    Map.of("charts/SPS", curve(new double[] {1}, new double[] {Double.NaN})))));

    assertThat(page.charts()).hasSize(1);
    assertThat(page.html()).contains("No training has been validated yet (validation/jct_ratio).");
    PageChecks.assertWellFormed("no validation", page.html());
    PageChecks.assertWellFormed("no trainings", page(List.of()).html());
  }

  @Test
  void unknownScalarsAndHostileNamesAreShownAsTheyAre() {
    TrainingRun run =
        new TrainingRun(
            "<script>alert('x')</script>",
            Map.of("my_own/<b>scalar</b>", curve(new double[] {1, 2}, new double[] {3, 4})));

    String html = page(List.of(run)).html();

    assertThat(html).contains("Other scalars", "My own: &lt;b&gt;scalar&lt;").doesNotContain("<b>");
    PageChecks.assertNeedsNoNetwork(html);
  }

  @Test
  void moreCurvesThanColoursAreInTheTable() {
    List<TrainingRun> runs = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      runs.add(run("run-" + i, curve(new double[] {0, 1}, new double[] {i, i})));
    }

    String html = page(runs).html();

    assertThat(html)
        .contains("The first 6 of 9 curves; the table has all.", ">run-8</th>")
        .doesNotContain(">run-8</text>");
  }

  private static TrainingRun run(String label, ScalarCurve validation) {
    return new TrainingRun(label, Map.of(LearningSample.VALIDATION, validation));
  }

  /** Logged every 10 seconds a step. */
  private static ScalarCurve curve(double[] steps, double[] values) {
    double[] times = new double[steps.length];
    Arrays.setAll(times, i -> 1e9 + 10 * steps[i]);
    return new ScalarCurve("scalar", steps, times, values);
  }

  private static LearningCurvesPage page(List<TrainingRun> runs) {
    return new LearningCurvesPage(
        new LearningCurves("Trainings", "updates", LearningSample.VALIDATION, runs));
  }
}
