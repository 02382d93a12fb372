package org.edgetwin.sim.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.edgetwin.sim.metrics.Metric;
import org.junit.jupiter.api.Test;

class PrecisionTest {
  private static ExperimentResult runUntil(Precision precision, String... schedulers) {
    return new Experiment(new PoissonScenario(200), new ThreadExecutor(2))
        .runUntil(precision, ExperimentPlan.of(List.of(schedulers), 4), RunControl.none());
  }

  @Test
  void replicatesUntilThePairedDifferenceIsKnownWellEnough() {
    Precision precision = new Precision(Metric.JCT_MEAN_S, 0.02, 500);
    ExperimentResult result = runUntil(precision, "sjf", "ssf");

    assertThat(precision.isReachedBy(result)).isTrue();
    assertThat(result.complete()).isTrue();
    assertThat(result.plan().replications()).isBetween(5, 499);
    assertThat(result.scheduler("sjf").orElseThrow().runs())
        .hasSize(result.plan().replications())
        .extracting(run -> run.key().replication())
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void stopsAtTheMaximum() {
    Precision precision = new Precision(Metric.JCT_MEAN_S, 1e-6, 11);
    ExperimentResult result = runUntil(precision, "fifo");

    assertThat(result.plan().replications()).isEqualTo(11);
    assertThat(precision.isReachedBy(result)).isFalse();
  }

  @Test
  void doesNothingMoreIfTheFirstReplicationsAreEnough() {
    ExperimentResult result = runUntil(new Precision(Metric.JCT_MEAN_S, 100, 50), "fifo", "sjf");

    assertThat(result.plan().replications()).isEqualTo(4);
  }

  @Test
  void aPrecisionIsPositive() {
    assertThatThrownBy(() -> new Precision(Metric.JCT_MEAN_S, 0, 10))
        .hasMessageContaining("relativeHalfWidth (0.0)");
  }
}
