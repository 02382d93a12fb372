package org.edgetwin.sim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.RunResult;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.Placement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umontreal.ssj.rng.RandomStream;

/** Decisions that take time on the simulated clock. */
class DecisionTimeTest {
  private static List<Double> starts(RunResult result) {
    return result.jobs().stream().map(JobRecord::firstStartTime).toList();
  }

  @Test
  void aDecisionIsCarriedOutLaterAndTheNextOneWaitsForIt() {
    RunResult result =
        new SmallCluster()
            .node(1, 2)
            .with(new DecisionTime(2, 0, 0))
            .job(0, 1, 10)
            .job(1, 1, 20)
            .run("fifo");
    // 0: decision about j0, carried out at 2; then that about j1, which came at 1.
    assertThat(starts(result)).containsExactly(2.0, 4.0);
    assertThat(result.jobs().get(0).endTime()).isEqualTo(12);
    assertThat(result.droppedActions()).isZero();
  }

  @Test
  void jobsAndNodesAddToIt() {
    RunResult result =
        new SmallCluster()
            .node(1, 4)
            .node(1, 4)
            .node(1, 4)
            .with(new DecisionTime(0.5, 0.25, 1))
            .job(0, 1, 10)
            .job(0, 1, 10)
            .run("fifo");
    assertThat(starts(result)).containsExactly(4.0, 4.0);
  }

  /** 0.5 s for one job, 1.5 s for two, one of them running. */
  @Test
  void theCountIsThatOfTheInstantOfTheDecision() {
    RunResult result =
        new SmallCluster()
            .node(1, 4)
            .with(new DecisionTime(0, 0.5, 0))
            .job(0, 1, 100)
            .job(10, 1, 100)
            .run("fifo");
    assertThat(starts(result)).containsExactly(0.5, 11.0);
  }

  @Test
  void withoutItNothingIsRecorded() {
    RunResult result = new SmallCluster().node(1, 1).job(0, 1, 10).run("fifo");
    assertThat(result.droppedActions()).isNaN();
  }

  /**
   * Poisson arrivals at rate l, GPUs for all, nobody ends: decisions of length d follow each other
   * while somebody came during the last one. A busy period has e^(l d) of them in the mean, so the
   * scheduler is busy for the share b = d e^(l d) / (1/l + d e^(l d)) of the time. A job that finds
   * it idle (Poisson arrivals see time averages) starts after d, another after the rest of the
   * present decision, d/2 in the mean, and d.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.3, 1, 2})
  void startsLateByTheClosedForm(double load) {
    int jobs = 40_000;
    double d = 2;
    double rate = load / d;
    RandomStream random = new Streams(7, 1).stream("arrivals");
    SmallCluster cluster = new SmallCluster().with(new DecisionTime(d, 0, 0));
    for (int node = 0; node < jobs / 50; node++) {
      cluster.node(1, 50);
    }
    double time = 0;
    for (int i = 0; i < jobs; i++) {
      time += -Math.log(1 - random.nextDouble()) / rate;
      cluster.job(time, 1, 1e7);
    }
    double mean =
        cluster.run("fifo").jobs().stream()
            .mapToDouble(job -> job.firstStartTime() - job.submitTime())
            .average()
            .orElseThrow();
    double busy = d * Math.exp(load) / (1 / rate + d * Math.exp(load));
    assertThat(mean).isCloseTo(d + busy * d / 2, within(0.015));
  }

  @Test
  void whatHasBecomeImpossibleIsDroppedAndCounted() {
    ScriptedScheduler script =
        new ScriptedScheduler()
            .at(0, new Action.Start(0, Placement.whole(0, 1)))
            .at(8, new Action.Preempt(0), new Action.Start(1, Placement.whole(0, 1)));
    RunResult result =
        new SmallCluster()
            .node(1, 1)
            .with(new DecisionTime(3, 0, 0))
            .job(0, 1, 6)
            .job(1, 1, 5)
            .under(script)
            .run()
            .result();
    // j0 runs from 3 to 9, and has ended at 11, when its preemption is due; j1 starts all the same.
    assertThat(result.droppedActions()).isEqualTo(1);
    assertThat(result.jobs().get(0).endTime()).isEqualTo(9);
    assertThat(result.jobs().get(1).firstStartTime()).isEqualTo(11);
  }

  /** Two tenants see the same GPU; the second one's start finds it taken, and it asks again. */
  @ParameterizedTest
  @ValueSource(strings = {"fifo", "sjf", "easy", "conservative", "srtf", "wfp3", "las", "random"})
  void aDroppedStartIsNotForgotten(String scheduler) {
    RunResult result =
        new SmallCluster()
            .node(1, 1)
            .tenant(4)
            .tenant(4)
            .with(new DecisionTime(1, 0, 0))
            .job(0, 1, 10)
            .job(0, 1, 10)
            .of(1)
            .run(scheduler);
    assertThat(result.droppedActions()).isPositive();
    assertThat(result.jobs()).allMatch(job -> job.endTime() > 0);
    assertThat(result.jobs().get(1).firstStartTime()).isGreaterThanOrEqualTo(11);
  }

  @Test
  void whatNeverWasPossibleIsStillADefect() {
    SmallCluster cluster =
        new SmallCluster().node(1, 1).with(new DecisionTime(1, 0, 0)).job(0, 1, 10);
    ScriptedScheduler script =
        new ScriptedScheduler().at(0, new Action.Start(0, Placement.whole(0, 2)));
    assertThatThrownBy(() -> cluster.under(script).run())
        .isInstanceOf(IllegalDecisionException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fifo", "srtf", "las(first=5,second=20)", "easy(durations=oracle)"})
  void aForkInTheMiddleOfADecisionContinuesLikeTheOriginal(String scheduler) {
    for (double at = 0.5; at < 30; at += 1.75) {
      Simulation original = busy().under(scheduler).runUntil(at);
      Simulation fork = original.fork();
      assertThat(fork.run().result().jobs()).isEqualTo(original.run().result().jobs());
      assertThat(fork.result().jobs()).isEqualTo(busy().run(scheduler).jobs());
    }
  }

  private static SmallCluster busy() {
    SmallCluster cluster = new SmallCluster().node(1, 2).with(new DecisionTime(0.7, 0.1, 0));
    for (int i = 0; i < 12; i++) {
      cluster.job(i * 1.3, 1 + i % 2, 3 + (i * 7) % 5);
    }
    return cluster;
  }
}
