package org.edgetwin.sim.experiment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.edgetwin.sim.metrics.Metric;
import org.junit.jupiter.api.Test;

class ExperimentPlanTest {
  @Test
  void refusesWhatCannotBeCompared() {
    assertThatThrownBy(() -> ExperimentPlan.of(List.of(), 3)).hasMessageContaining("No scheduler");
    assertThatThrownBy(() -> ExperimentPlan.of(List.of("a", "b", "a"), 3))
        .hasMessageContaining("twice");
    assertThatThrownBy(() -> ExperimentPlan.of(List.of("a"), 0)).hasMessageContaining("(0)");
    assertThatThrownBy(() -> plan(3, Metric.WALL_S, IntervalMethod.STUDENT_T))
        .hasMessageContaining("wall_s");
    assertThatThrownBy(() -> plan(3, Metric.EVENTS, IntervalMethod.STUDENT_T))
        .hasMessageContaining("events");
  }

  @Test
  void refusesABootstrapOfFewValues() {
    assertThatThrownBy(() -> plan(19, Metric.JCT_MEAN_S, IntervalMethod.BOOTSTRAP_PERCENTILE))
        .hasMessageContaining("19")
        .hasMessageContaining("Maybe at least 20");
  }

  private static ExperimentPlan plan(int replications, Metric headline, IntervalMethod method) {
    return new ExperimentPlan(List.of("a"), replications, List.of(headline), method);
  }
}
