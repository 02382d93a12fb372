package org.edgetwin.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.edgetwin.sim.experiment.PreparedRun;
import org.edgetwin.sim.metrics.Metric;
import org.edgetwin.sim.metrics.MetricCalculator;
import org.edgetwin.sim.metrics.MetricValues;
import org.junit.jupiter.api.Test;

/** Gavel's own experiment: job streams, measured speeds, rounds. */
class GavelStreamsTest {
  private static MetricValues run(String scheduler, int stream, double gapSeconds, int jobs) {
    ScenarioRuns runs =
        ScenarioRuns.open(
            ScenarioLoader.load(
                    ShippedFiles.path("gavel-single.yaml"),
                    List.of(
                        "jobs[0].trace.builtin=gavel-" + stream,
                        "jobs[0].trace.stretch=" + gapSeconds,
                        "jobs[0].trace.filter.max_jobs=" + jobs))
                .orThrow());
    PreparedRun prepared = runs.create(scheduler, 1);
    return new MetricCalculator(prepared.economics(), prepared.warmUp())
        .compute(prepared.simulation().run().result());
  }

  /** One of the six means that Gavel's EXPERIMENTS.md prints; studies/gavel.sh has all. */
  @Test
  void alloxMeetsThePublishedMean() {
    MetricValues values = run("gavel-allox(idle=1e9)", 42, 9000, 5300);

    assertThat(values.measured().jobs()).isEqualTo(1000);
    assertThat(values.measured().finished()).isEqualTo(1000);
    assertThat(values.get(Metric.JCT_MEAN_S)).isCloseTo(59492.106756, within(1e-5));
  }
}
