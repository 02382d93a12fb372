package org.edgetwin.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.edgetwin.sim.experiment.ExperimentPlan;
import org.edgetwin.sim.experiment.ExperimentResult;
import org.edgetwin.sim.experiment.LowerBounds;
import org.edgetwin.sim.experiment.RunKey;
import org.edgetwin.sim.experiment.RunOutcome;
import org.edgetwin.sim.experiment.SchedulerResult;
import org.edgetwin.sim.metrics.Metric;
import org.edgetwin.sim.metrics.MetricValues;
import org.edgetwin.sim.scheduling.Knowledge;
import org.junit.jupiter.api.Test;

class WindowRunsTest {
  private static final MetricValues VALUES =
      new MetricValues(Map.of(Metric.JCT_MEAN_S, 1.0), new MetricValues.Measured(0, 1, 1));

  /** Runs of three windows, of which some did not end. */
  private static SchedulerResult runs(String name, Set<Integer> stopped) {
    List<RunOutcome> runs = new ArrayList<>();
    for (int window = 1; window <= 3; window++) {
      runs.add(
          new RunOutcome(
              new RunKey(name, window),
              VALUES,
              Map.of(),
              LowerBounds.UNKNOWN,
              null,
              !stopped.contains(window)));
    }
    return new SchedulerResult(name, Knowledge.NONE, new EnumMap<>(Metric.class), List.of(), runs);
  }

  private static ExperimentResult result(SchedulerResult... schedulers) {
    List<String> names = List.of(schedulers).stream().map(SchedulerResult::name).toList();
    return new ExperimentResult(
        "duet",
        1,
        ExperimentPlan.of(names, 3),
        "windows",
        List.of(schedulers),
        List.of(),
        LowerBounds.UNKNOWN,
        false);
  }

  @Test
  void onlyWindowsThatAllHaveMetCount() {
    WindowRuns windows = new WindowRuns();
    windows.add("0.7", result(runs("a", Set.of()), runs("b", Set.of(2))));
    windows.add("0.9", result(runs("a", Set.of(2, 3)), runs("b", Set.of(3))));
    assertThat(windows.count()).isEqualTo(3);
    assertThat(windows.name(1)).isEqualTo("3");
    assertThat(windows.stratum(2)).isEqualTo("0.9");
    assertThat(windows.costs(List.of("a", "b"), Metric.JCT_MEAN_S).windows()).isEqualTo(3);
  }
}
