package org.edgetwin.sim.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.edgetwin.sim.engine.DecisionTime;
import org.edgetwin.sim.engine.LinearTraining;
import org.edgetwin.sim.engine.SmallCluster;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import org.junit.jupiter.api.Test;

/** Second choices where a decision itself is altered, and where decisions take time, by hand. */
class AlteredChoicesTest {
  private static final Offset<Double> EXACT = Offset.offset(1e-6);

  private static Explanation explain(SmallCluster cluster, String scheduler, int job) {
    SchedulerCatalog catalog = SchedulerCatalog.standard();
    return new Explainer(() -> cluster.under(catalog.create(scheduler, new Streams(1, 1), 1)), true)
        .explain(job, 10);
  }

  private static JobDecision first(Explanation explanation, Deed deed) {
    return explanation.decisions().stream()
        .filter(decision -> decision.deed() == deed)
        .findFirst()
        .orElseThrow();
  }

  private static Alternative choice(JobDecision decision, Alternative.Kind kind) {
    return decision.alternatives().stream()
        .filter(choice -> choice.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private static void assertJct(Effect.Change change, double as, double other) {
    assertThat(change.jctSeconds()).isCloseTo(as, EXACT);
    assertThat(change.otherJctSeconds()).isCloseTo(other, EXACT);
  }

  /**
   * Rounds of 360 s. Job 1 moves to the fast machine after the first one: 360 + 640 / 2. Or it
   * stays for one more: 720 + 280 / 2.
   */
  @Test
  void leavingAJobThatRoundsMove() {
    SmallCluster cluster = new SmallCluster().node(2, 1).node(1, 1).job(0, 1, 720).job(0, 1, 1000);
    JobDecision moved = first(explain(cluster, "gavel-fifo", 1), Deed.MOVED);

    assertThat(moved.time()).isEqualTo(360);
    assertThat(moved.from()).isEqualTo("1 x x1.0 on node-1");
    assertThat(moved.place()).isEqualTo("1 x x2.0 on node-0");
    assertThat(moved.rooms()).extracting(Room::obstacle).containsExactly(null, null);
    Alternative stays = choice(moved, Alternative.Kind.STAYS);
    assertThat(stays.place()).isEqualTo(moved.from());
    assertJct(stays.effect().job(), 680, 860);
  }

  /** Job 0 has the GPU for a second round instead, so that it is over after 720 s. */
  @Test
  void aRoundWithoutAPreemption() {
    SmallCluster cluster = new SmallCluster().node(1, 1).job(0, 1, 720).job(0, 1, 720);
    Alternative stays =
        choice(first(explain(cluster, "gavel-las", 0), Deed.PREEMPTED), Alternative.Kind.STAYS);
    assertJct(stays.effect().job(), 1080, 720);
    Alternative later =
        choice(first(explain(cluster, "gavel-las", 1), Deed.STARTED), Alternative.Kind.NOT_YET);
    assertJct(later.effect().job(), 1440, 1440);
    assertJct(later.effect().others().get(0), 1080, 720);
  }

  /**
   * Job 0 has had the fast machine; at 360 s job 1 comes to the slow one, or to the one of half its
   * speed. Draining the slow machine moves nobody; draining where others run would.
   */
  @Test
  void anotherKindOfGpuBesideJobsThatRun() {
    SmallCluster cluster = new SmallCluster().node(2, 2).node(1, 1).job(0, 1, 2000).job(10, 1, 360);
    Explanation explanation = explain(cluster, "gavel-fifo(reset=360)", 1);
    JobDecision started = first(explanation, Deed.STARTED);

    assertThat(started.time()).isEqualTo(360);
    assertThat(started.place()).isEqualTo("1 x x2.0 on node-0");
    Alternative other = choice(started, Alternative.Kind.OTHER_GROUP);
    assertThat(other.place()).isEqualTo("1 x x1.0 on node-1");
    // 360 s of work at once, or a round of 360 s on the slow machine.
    assertJct(other.effect().job(), 530, 710);
  }

  /**
   * Job 0 has four GPUs, which do 4 s of work a second, until job 1 gets two of them in the round
   * at 60 s. Of 160 s it then does 120 with two GPUs, and the rest with four from 120 s on. Or it
   * keeps four and is over at 100 s, and job 1 has four from 120 s on.
   */
  @Test
  void leavingTheGangOfAnElasticJob() {
    SmallCluster cluster =
        new SmallCluster()
            .node(1, 4)
            .job(0, 4, 400)
            .elastic(LinearTraining.create())
            .job(10, 1, 40)
            .elastic(LinearTraining.create());
    JobDecision resized = first(explain(cluster, "equal-shares(period=60)", 0), Deed.RESIZED);

    assertThat(resized.time()).isEqualTo(60);
    assertThat(resized.from()).isEqualTo("4 x x1.0 on node-0, batch 100");
    assertThat(resized.place()).isEqualTo("2 x x1.0 on node-0, batch 100");
    Alternative stays = choice(resized, Alternative.Kind.STAYS);
    assertThat(stays.started()).isEmpty();
    assertJct(stays.effect().job(), 130, 100);
    assertJct(stays.effect().others().get(0), 70, 120);
  }

  /** Decisions take 5 s: job 1 starts at 110 s, or after job 2 at 125 s. */
  @Test
  void decisionsThatTakeTime() {
    SmallCluster cluster =
        new SmallCluster()
            .with(new DecisionTime(5, 0, 0))
            .node(1, 1)
            .job(0, 1, 100)
            .job(1, 1, 50)
            .job(2, 1, 10);
    Explanation explanation = explain(cluster, "fifo+first-fit", 1);

    JobDecision started = first(explanation, Deed.STARTED);
    assertThat(started.time()).isEqualTo(105);
    Alternative others = choice(started, Alternative.Kind.OTHERS_FIRST);
    assertThat(others.started()).containsExactly("j2");
    assertJct(others.effect().job(), 159, 174);
    assertJct(others.effect().others().get(0), 173, 118);
    JobDecision passedOver = first(explain(cluster, "sjf(durations=oracle)", 1), Deed.WAITED);
    assertThat(passedOver.time()).isEqualTo(5);
  }

  @Test
  void anotherPlaceWhereDecisionsTakeTime() {
    SmallCluster cluster =
        new SmallCluster().with(new DecisionTime(5, 0, 0)).node(1, 1).node(2, 1).job(0, 1, 100);
    JobDecision started = first(explain(cluster, "fifo+first-fit", 0), Deed.STARTED);

    Alternative other = choice(started, Alternative.Kind.OTHER_PLACE);
    assertThat(other.place()).isEqualTo("1 x x2.0 on node-1");
    assertJct(other.effect().job(), 105, 55);
  }

  /** Job 1 waits 9 s for the fast GPU that job 0 has, or takes the slow one. */
  @Test
  void startingAShareAtOnce() {
    Demand half = SmallCluster.demand(1, 500, 0);
    SmallCluster cluster =
        new SmallCluster()
            .node(1, 1)
            .node(4, 1)
            .job(0, 1, 40)
            .job(1, half, 100, Terms.NONE, Recovery.DEFAULT);
    JobDecision held =
        first(explain(cluster, "fifo-fit-first+wait(durations=oracle)", 1), Deed.WAITED);

    Alternative now = choice(held, Alternative.Kind.START_NOW);
    assertThat(now.place()).isEqualTo("1 x x1.0 on node-0");
    assertJct(now.effect().job(), 34, 100);
  }
}
