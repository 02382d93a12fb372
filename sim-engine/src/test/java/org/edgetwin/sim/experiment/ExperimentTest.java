package org.edgetwin.sim.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.edgetwin.sim.metrics.Metric;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.junit.jupiter.api.Test;

class ExperimentTest {
  private static ExperimentResult run(RunFactory factory, ExperimentPlan plan) {
    return new Experiment(factory, new ThreadExecutor(2)).run(plan, RunControl.none());
  }

  private static PairedDifference pair(ExperimentResult result, String a, String b, Metric metric) {
    return result.pairs().stream()
        .filter(p -> p.a().equals(a) && p.b().equals(b) && p.metric() == metric)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void shortestFirstBeatsSubmissionOrderAndNobodyBeatsTheBounds() {
    ExperimentResult result =
        run(
            new PoissonScenario(400),
            ExperimentPlan.of(List.of("fifo-fit-first", "sjf", "srtf"), 10));
    PairedDifference sjf = pair(result, "fifo-fit-first", "sjf", Metric.JCT_MEAN_S);

    assertThat(result.complete()).isTrue();
    assertThat(sjf.better()).isEqualTo("sjf");
    assertThat(sjf.diff()).isPositive();
    assertThat(result.ranking(Metric.JCT_MEAN_S).entries().get(0).scheduler()).isEqualTo("srtf");
    assertThat(result.bounds().jctMeanSeconds())
        .isPositive()
        .isLessThan(result.scheduler("srtf").orElseThrow().estimate(Metric.JCT_MEAN_S).mean());
    assertThat(result.scheduler("sjf").orElseThrow().knowledge().duration())
        .isEqualTo(DurationKnowledge.ORACLE);
  }

  @Test
  void commonRandomNumbersMakeClosePoliciesComparable() {
    ExperimentResult result =
        run(new PoissonScenario(400), ExperimentPlan.of(List.of("sjf", "ssf"), 10));

    assertThat(pair(result, "sjf", "ssf", Metric.JCT_MEAN_S).varianceRatio()).isGreaterThan(3);
  }

  @Test
  void everyMetricHasAnEstimateOverAllReplications() {
    ExperimentResult result = run(new PoissonScenario(100), ExperimentPlan.of(List.of("fifo"), 4));
    SchedulerResult fifo = result.scheduler("fifo").orElseThrow();

    assertThat(fifo.estimates()).containsOnlyKeys(Metric.values());
    Estimate jct = fifo.estimate(Metric.JCT_MEAN_S);
    assertThat(jct.n()).isEqualTo(4);
    assertThat(jct.ci95().contains(jct.mean())).isTrue();
    assertThat(jct.whyNoInterval()).isNull();
    Estimate deadlines = fifo.estimate(Metric.DEADLINE_MISS_RATIO);
    assertThat(deadlines.n()).isZero();
    assertThat(deadlines.mean()).isNaN();
    assertThat(deadlines.whyNoInterval()).contains("undefined");
    assertThat(result.pairs()).isEmpty();
  }

  @Test
  void oneReplicationHasNoIntervalAndSaysWhy() {
    ExperimentResult result = run(new PoissonScenario(100), ExperimentPlan.of(List.of("fifo"), 1));
    Estimate jct = result.schedulers().get(0).estimate(Metric.JCT_MEAN_S);

    assertThat(jct.ci95()).isNull();
    assertThat(jct.n()).isEqualTo(1);
    assertThat(jct.whyNoInterval()).contains("One replication", "Maybe more replications");
  }

  @Test
  void keepsAllRecordsOfTheFirstReplicationOnly() {
    ExperimentResult result = run(new PoissonScenario(100), ExperimentPlan.of(List.of("fifo"), 3));

    assertThat(result.schedulers().get(0).runs())
        .extracting(run -> run.result() != null)
        .containsExactly(true, false, false);
  }

  @Test
  void aStoppedExperimentTellsWhatItHas() {
    Cancellation cancellation = new Cancellation();
    ExperimentPlan plan = ExperimentPlan.of(List.of("fifo", "sjf"), 4);
    ExperimentResult result =
        new Experiment(new CancelsBeforeRun(cancellation, 6), new ThreadExecutor(1))
            .run(plan, new RunControl(progress -> {}, cancellation));

    // Runs 1 to 5 of 8 are complete: fifo 1, 2, 3 and sjf 1, 2. The sixth is cut off.
    assertThat(result.complete()).isFalse();
    assertThat(result.scheduler("fifo").orElseThrow().estimate(Metric.JCT_MEAN_S).n()).isEqualTo(3);
    assertThat(result.scheduler("sjf").orElseThrow().estimate(Metric.JCT_MEAN_S).n()).isEqualTo(2);
    assertThat(pair(result, "fifo", "sjf", Metric.JCT_MEAN_S).n()).isEqualTo(2);
  }

  @Test
  void aStoppedSingleRunIsReportedAsFarAsItCame() {
    Cancellation cancellation = new Cancellation();
    ExperimentResult result =
        new Experiment(new CancelsBeforeRun(cancellation, 1), new ThreadExecutor(1))
            .run(
                ExperimentPlan.of(List.of("fifo"), 1),
                new RunControl(progress -> {}, cancellation));

    Estimate submitted = result.schedulers().get(0).estimate(Metric.JOBS_SUBMITTED);
    assertThat(result.complete()).isFalse();
    assertThat(submitted.mean()).isBetween(1.0, 1999.0);
    assertThat(submitted.whyNoInterval()).contains("interruption");
    assertThat(result.schedulers().get(0).runs().get(0).result()).isNotNull();
  }

  @Test
  void oneTraceCannotBeReplicated() {
    RunFactory factory = new SingleTrace();

    assertThatThrownBy(() -> run(factory, ExperimentPlan.of(List.of("fifo"), 2)))
        .hasMessageContaining("one replication only")
        .hasMessageContaining("Maybe --replications 1.");
  }
}
