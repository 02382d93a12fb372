package org.edgetwin.sim.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.edgetwin.sim.metrics.Metric;
import org.junit.jupiter.api.Test;

class CrossingTest {
  private static AxisPoint point(String value, double[] a, double[] b) {
    List<SchedulerResult> schedulers =
        List.of(
            Outcomes.scheduler("a", Metric.JCT_MEAN_S, a),
            Outcomes.scheduler("b", Metric.JCT_MEAN_S, b));
    ExperimentPlan plan = ExperimentPlan.of(List.of("a", "b"), a.length);
    return AxisPoint.of(
        value,
        new ExperimentResult(
            "axis",
            1,
            plan,
            "",
            schedulers,
            new PairedComparison(new StudentInference(), plan.headlines()).compare(schedulers),
            LowerBounds.UNKNOWN,
            true));
  }

  private static Axis axis(List<Double> positions, AxisPoint... points) {
    return Axis.of("noise", "", positions, List.of(points), List.of(Metric.JCT_MEAN_S));
  }

  private static double[] about(double mean, double spread) {
    return new double[] {mean - spread, mean + spread, mean, mean + spread / 2, mean - spread / 2};
  }

  @Test
  void isWhereTheDifferenceChangesItsSign() {
    Axis axis =
        axis(
            List.of(0.0, 1.0, 3.0),
            point("0", about(80, 0.1), about(100, 0.2)),
            point("1", about(90, 0.1), about(100, 0.2)),
            point("3", about(130, 0.1), about(100, 0.2)));
    assertThat(axis.crossings()).hasSize(1);
    Crossing crossing = axis.crossings().get(0);
    assertThat(crossing.before()).isEqualTo("a");
    assertThat(crossing.after()).isEqualTo("b");
    assertThat(crossing.from()).isEqualTo("1");
    assertThat(crossing.to()).isEqualTo("3");
    // From -10 at 1 to +30 at 3.
    assertThat(crossing.position()).isCloseTo(1.5, within(1e-9));
    assertThat(crossing.established()).isTrue();
  }

  @Test
  void mayBeChance() {
    Axis axis =
        axis(
            List.of(),
            point("x", about(80, 0.1), about(100, 0.2)),
            point("y", new double[] {101, 140, 60}, new double[] {100, 70, 120}));
    assertThat(axis.crossings()).hasSize(1);
    assertThat(axis.crossings().get(0).established()).isFalse();
    assertThat(axis.crossings().get(0).position()).isNaN();
  }

  @Test
  void parallelLinesDoNotCross() {
    Axis axis =
        axis(
            List.of(0.0, 1.0),
            point("0", about(80, 1), about(100, 1)),
            point("1", about(90, 1), about(110, 1)));
    assertThat(axis.crossings()).isEmpty();
    assertThat(axis.points().get(0).ranking(Metric.JCT_MEAN_S)).containsExactly("a", "b");
  }
}
