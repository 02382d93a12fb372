package org.edgetwin.sim.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.edgetwin.sim.metrics.Metric;
import org.edgetwin.sim.metrics.MetricValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadExecutorTest {
  private static final List<RunRequest> REQUESTS =
      List.of(request("srtf", 1), request("fifo", 2), request("random", 1), request("fifo", 1));

  private static RunRequest request(String scheduler, int replication) {
    return new RunRequest(new RunKey(scheduler, replication), true, true);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 8})
  void outcomesDoNotDependOnTheNumberOfThreads(int threads) {
    RunFactory factory = new PoissonScenario(300);
    List<RunOutcome> one = new ThreadExecutor(1).execute(factory, REQUESTS, RunControl.none());
    List<RunOutcome> many =
        new ThreadExecutor(threads).execute(factory, REQUESTS, RunControl.none());

    assertThat(many).extracting(RunOutcome::key).isEqualTo(keys());
    for (int i = 0; i < one.size(); i++) {
      assertThat(many.get(i).result().jobs()).isEqualTo(one.get(i).result().jobs());
      assertThat(many.get(i).bounds()).isEqualTo(one.get(i).bounds());
      assertThat(many.get(i).metrics().withWallClock(0, 0))
          .isEqualTo(one.get(i).metrics().withWallClock(0, 0));
    }
  }

  private static List<RunKey> keys() {
    return REQUESTS.stream().map(RunRequest::key).toList();
  }

  @Test
  void measuresItselfAndKeepsOnlyWhatIsWanted() {
    RunRequest request = new RunRequest(new RunKey("fifo", 1), false, false);
    RunOutcome outcome =
        new ThreadExecutor(1)
            .execute(new PoissonScenario(300), List.of(request), RunControl.none())
            .get(0);

    assertThat(outcome.result()).isNull();
    assertThat(outcome.bounds()).isEqualTo(LowerBounds.UNKNOWN);
    assertThat(outcome.metrics().get(Metric.WALL_S)).isPositive();
    assertThat(outcome.metrics().get(Metric.DECISION_P99_US)).isPositive();
    assertThat(outcome.metrics().isDefined(Metric.SOLVES)).isFalse();
  }

  @Test
  void tellsWhatTheSolverOfASchedulerDid() {
    RunRequest request = new RunRequest(new RunKey("gavel-las", 1), false, false);
    MetricValues figures =
        new ThreadExecutor(1)
            .execute(new PoissonScenario(300), List.of(request), RunControl.none())
            .get(0)
            .metrics();

    assertThat(figures.get(Metric.SOLVES)).isBetween(1.0, 600.0);
    assertThat(figures.get(Metric.SOLVER_GAP)).isZero();
    assertThat(figures.get(Metric.SOLVER_S)).isBetween(0.0, figures.get(Metric.WALL_S));
  }

  @Test
  void cancellationKeepsWhatHasFinishedAndBeginsNothingNew() {
    Cancellation cancellation = new Cancellation();
    RunFactory factory = new CancelsBeforeRun(cancellation, 3);
    List<RunOutcome> outcomes =
        new ThreadExecutor(1).execute(factory, REQUESTS, control(cancellation));

    assertThat(outcomes).extracting(RunOutcome::key).isEqualTo(keys().subList(0, 3));
    assertThat(outcomes).extracting(RunOutcome::complete).containsExactly(true, true, false);
    assertThat(outcomes.get(0).metrics().get(Metric.JOBS_FINISHED)).isEqualTo(2000);
    assertThat(outcomes.get(2).metrics().get(Metric.JOBS_FINISHED)).isBetween(1.0, 1999.0);
    assertThat(outcomes.get(2).metrics().get(Metric.JOBS_UNFINISHED)).isPositive();
  }

  private static RunControl control(Cancellation cancellation) {
    return new RunControl(progress -> {}, cancellation);
  }

  @Test
  void aFailingRunStopsTheOthersAndIsReportedAsItIs() {
    List<RunRequest> requests = List.of(request("no-such-thing", 1), request("fifo", 1));

    assertThatThrownBy(
            () ->
                new ThreadExecutor(2)
                    .execute(new PoissonScenario(100_000), requests, RunControl.none()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no-such-thing");
  }

  @Test
  void reportsProgressThatOnlyGrowsAndEndsAtOne() {
    List<Progress> reports = Collections.synchronizedList(new ArrayList<>());
    List<RunOutcome> outcomes =
        new ThreadExecutor(2)
            .execute(
                new PoissonScenario(2000),
                REQUESTS,
                new RunControl(reports::add, new Cancellation()));

    assertThat(reports).isSortedAccordingTo((a, b) -> Double.compare(a.fraction(), b.fraction()));
    Progress last = reports.get(reports.size() - 1);
    assertThat(last.runsDone()).isEqualTo(last.runsTotal()).isEqualTo(4);
    assertThat(last.fraction()).isEqualTo(1);
    assertThat((double) last.events())
        .isEqualTo(outcomes.stream().mapToDouble(run -> run.metrics().get(Metric.EVENTS)).sum());
  }

  @Test
  void needsAThread() {
    assertThatThrownBy(() -> new ThreadExecutor(0)).hasMessageContaining("(0)");
  }
}
