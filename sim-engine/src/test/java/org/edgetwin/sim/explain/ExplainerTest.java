package org.edgetwin.sim.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.edgetwin.sim.engine.Simulation;
import org.edgetwin.sim.engine.SmallCluster;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import org.junit.jupiter.api.Test;

/** Cases small enough to know by hand what the second choice would have come to. */
class ExplainerTest {
  private static final Offset<Double> EXACT = Offset.offset(1e-9);

  private static Simulation simulation(SmallCluster cluster, String scheduler) {
    return cluster.under(SchedulerCatalog.standard().create(scheduler, new Streams(1, 1), 1));
  }

  private static Explanation explain(SmallCluster cluster, String scheduler, int job) {
    return new Explainer(() -> simulation(cluster, scheduler), true).explain(job, 10);
  }

  private static void assertJct(Effect.Change change, double as, double other) {
    assertThat(change.jctSeconds()).isCloseTo(as, EXACT);
    assertThat(change.otherJctSeconds()).isCloseTo(other, EXACT);
  }

  @Test
  void theNextJobInItsStead() {
    SmallCluster cluster = new SmallCluster().node(1, 1).job(0, 1, 100).job(1, 1, 50).job(2, 1, 10);
    Explanation explanation = explain(cluster, "fifo+first-fit", 1);

    assertThat(explanation.decisionCount()).isEqualTo(3);
    assertThat(explanation.decisions()).hasSize(2);
    JobDecision waited = explanation.decisions().get(0);
    assertThat(waited.deed()).isEqualTo(Deed.WAITED);
    assertThat(waited.time()).isEqualTo(1);
    assertThat(waited.rooms()).extracting(Room::obstacle).containsExactly(Obstacle.BUSY);
    assertThat(waited.alternatives()).isEmpty();
    JobDecision started = explanation.decisions().get(1);
    assertThat(started.time()).isEqualTo(100);
    assertThat(started.place()).isEqualTo("1 x x1.0 on node-0");
    assertThat(started.queued()).isEqualTo(2);
    assertThat(started.alternatives()).hasSize(1);
    Alternative other = started.alternatives().get(0);
    assertThat(other.kind()).isEqualTo(Alternative.Kind.OTHERS_FIRST);
    assertThat(other.started()).containsExactly("j2");
    assertJct(other.effect().job(), 149, 159);
    assertThat(other.effect().meanJctSeconds()).isCloseTo(407.0 / 3, EXACT);
    assertThat(other.effect().otherMeanJctSeconds()).isCloseTo(367.0 / 3, EXACT);
    assertThat(other.effect().others()).hasSize(1);
    assertJct(other.effect().others().get(0), 158, 108);
  }

  @Test
  void theNextBestPlace() {
    SmallCluster cluster = new SmallCluster().node(1, 1).node(2, 1).job(0, 1, 100);
    Explanation explanation = explain(cluster, "fifo+first-fit", 0);

    Alternative other = explanation.decisions().get(0).alternatives().get(0);
    assertThat(other.kind()).isEqualTo(Alternative.Kind.OTHER_PLACE);
    assertThat(other.place()).isEqualTo("1 x x2.0 on node-1");
    assertJct(other.effect().job(), 100, 50);
  }

  private static void assertTerms(JobDecision decision, double... values) {
    assertThat(decision.terms()).hasSize(values.length);
    for (int i = 0; i < values.length; i++) {
      assertThat(decision.terms().get(i).value())
          .as(decision.terms().get(i).name())
          .isCloseTo(values[i], EXACT);
    }
  }

  /** Job 1 comes after 10 s and needs 20: job 0 is done after 120 s, or after 100 if it stays. */
  @Test
  void whatWouldHaveBeenWithoutAPreemption() {
    SmallCluster cluster = new SmallCluster().node(1, 1).job(0, 1, 100).job(10, 1, 20);
    JobDecision preempted =
        explain(cluster, "srtf(durations=oracle)+first-fit", 0).decisions().get(1);

    assertThat(preempted.deed()).isEqualTo(Deed.PREEMPTED);
    assertThat(preempted.started()).containsExactly("j1");
    Alternative other = preempted.alternatives().get(0);
    assertThat(other.kind()).isEqualTo(Alternative.Kind.STAYS);
    assertJct(other.effect().job(), 120, 100);
    assertJct(other.effect().others().get(0), 20, 110);
  }

  /** 100 s on the slow machine that is free, or 9 s of waiting and 50 s on the fast one. */
  @Test
  void whatWaitingForABetterMachineIsJudgedBy() {
    SmallCluster cluster = new SmallCluster().node(1, 1).node(2, 1).job(0, 1, 20).job(1, 1, 100);
    JobDecision waited = explain(cluster, "fifo+wait(durations=oracle)", 1).decisions().get(0);

    assertThat(waited.deed()).isEqualTo(Deed.WAITED);
    assertTerms(waited, 1, 100, 0, 59, 9);
    assertThat(waited.terms().get(3).subject()).isEqualTo("node-1");
  }

  /**
   * Two jobs share a GPU in rounds of 360 s. At 360 s job 1 has half a round of the 720 s that all
   * have counted: a quarter, of which its share is the double.
   */
  @Test
  void whatRoundsAreJudgedBy() {
    SmallCluster cluster = new SmallCluster().node(1, 1).job(0, 1, 720).job(0, 1, 720);
    Explanation explanation = explain(cluster, "gavel-las", 1);

    assertTerms(explanation.decisions().get(0), 0);
    JobDecision started = explanation.decisions().get(1);
    assertThat(started.time()).isEqualTo(360);
    assertTerms(started, 0.5, 2);
  }

  /** Job 1 needs both GPUs and waits 99 s for the first one; job 2 is over by then. */
  @Test
  void whatBackfillingIsJudgedBy() {
    SmallCluster cluster = new SmallCluster().node(1, 2).job(0, 1, 100).job(1, 2, 10).job(2, 1, 50);

    String easy = "easy(durations=oracle)+first-fit";
    assertTerms(explain(cluster, easy, 1).decisions().get(0), 1, 99);
    assertTerms(explain(cluster, easy, 2).decisions().get(0), 2, 98, 50, 0);
    String conservative = "conservative(durations=oracle)+first-fit";
    assertTerms(explain(cluster, conservative, 1).decisions().get(0), 1, 99);
  }

  @Test
  void theJobBeforeThoseThatWereStarted() {
    SmallCluster cluster = new SmallCluster().node(1, 1).job(0, 1, 10).job(1, 1, 50).job(2, 1, 5);
    Explanation explanation = explain(cluster, "sjf(durations=oracle)+first-fit", 1);

    JobDecision passedOver = explanation.decisions().get(1);
    assertThat(passedOver.deed()).isEqualTo(Deed.WAITED);
    assertThat(passedOver.fitBefore()).isTrue();
    assertThat(passedOver.fitAfter()).isFalse();
    assertThat(passedOver.started()).containsExactly("j2");
    assertThat(passedOver.terms().get(0).value()).isEqualTo(50);
    Alternative other = passedOver.alternatives().get(0);
    assertThat(other.kind()).isEqualTo(Alternative.Kind.JOB_FIRST);
    assertJct(other.effect().job(), 64, 59);
    assertJct(other.effect().others().get(0), 13, 63);
  }

  @Test
  void startingAtOnceInsteadOfWaitingForAFasterGpu() {
    SmallCluster cluster = new SmallCluster().node(1, 1).node(4, 1).job(0, 1, 40).job(1, 1, 100);
    Explanation explanation = explain(cluster, "fifo-fit-first+wait(durations=oracle)", 1);

    JobDecision held = explanation.decisions().get(0);
    assertThat(held.deed()).isEqualTo(Deed.WAITED);
    assertThat(held.fitAfter()).isTrue();
    assertThat(held.rooms()).extracting(Room::durationSeconds).containsExactly(100.0, 25.0);
    Alternative other = held.alternatives().get(0);
    assertThat(other.kind()).isEqualTo(Alternative.Kind.START_NOW);
    assertThat(other.place()).isEqualTo("1 x x1.0 on node-0");
    assertJct(other.effect().job(), 34, 100);
  }

  @Test
  void tellsTheFirstAndTheLastOfManyDecisions() {
    SmallCluster cluster = new SmallCluster().node(1, 1);
    for (int i = 0; i < 6; i++) {
      cluster.job(0, 1, 10 + i);
    }
    Simulation plain = simulation(cluster, "las(first=5, second=20)+first-fit");
    Explainer explainer =
        new Explainer(() -> simulation(cluster, "las(first=5, second=20)+first-fit"), true);
    Explanation all = explainer.explain(5, 100);
    Explanation some = explainer.explain(5, 2);

    assertThat(all.decisions().size()).isGreaterThan(2);
    assertThat(some.decisions())
        .extracting(JobDecision::time)
        .isEqualTo(
            List.of(
                all.decisions().get(0).time(),
                all.decisions().get(all.decisions().size() - 1).time()));
    assertThat(all.result().jobs()).isEqualTo(plain.run().result().jobs());
  }
}
