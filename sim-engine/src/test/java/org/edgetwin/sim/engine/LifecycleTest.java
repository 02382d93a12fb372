package org.edgetwin.sim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.edgetwin.sim.distribution.Distributions;
import org.edgetwin.sim.fleet.Availability;
import org.edgetwin.sim.fleet.NodeState;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobState;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Spanning;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.Slice;
import org.junit.jupiter.api.Test;

class LifecycleTest {
  private static final Demand ONE_GPU = SmallCluster.demand(1, Demand.WHOLE_GPU, 0);
  private static final Placement HERE = Placement.whole(0, 1);
  private static final double NEVER = Double.POSITIVE_INFINITY;

  /** Up for 50 s, away for 20 s. */
  private static final Availability FLAKY =
      new Availability.Renewal(
          NodeState.FAILED, new Distributions.Constant(50), new Distributions.Constant(20), true);

  private static JobRecord only(SmallCluster cluster, String scheduler) {
    return cluster.run(scheduler).jobs().get(0);
  }

  private static SmallCluster one(double work, Terms terms, Recovery recovery) {
    return new SmallCluster().node(1, 1).job(0, ONE_GPU, work, terms, recovery);
  }

  @Test
  void checkpointsTakeTheirTime() {
    JobRecord job = only(one(100, Terms.NONE, new Recovery(0, 30, 5, true, 0)), "fifo");

    assertThat(job.endTime()).isEqualTo(115);
    assertThat(job.runningSeconds()).isCloseTo(100, within(1e-9));
    assertThat(job.heldSeconds()).isEqualTo(115);
    assertThat(job.lostSeconds()).isZero();
  }

  @Test
  void noCheckpointIsWrittenAtTheVeryEnd() {
    JobRecord job = only(one(100, Terms.NONE, new Recovery(0, 50, 5, true, 0)), "fifo");

    assertThat(job.endTime()).isEqualTo(105);
  }

  @Test
  void aPreemptedJobFallsBackToItsCheckpointAndPaysItsRestart() {
    SmallCluster cluster = one(100, Terms.NONE, new Recovery(10, 30, 0, false, 0));
    ScriptedScheduler script =
        new ScriptedScheduler()
            .at(0, new Action.Start(0, HERE))
            .at(70, new Action.Preempt(0))
            .at(80, new Action.Start(0, HERE));

    JobRecord job = cluster.run(script).jobs().get(0);

    assertThat(job.endTime()).isEqualTo(80 + 10 + 40);
    assertThat(job.lostSeconds()).isCloseTo(10, within(1e-9));
    assertThat(job.runningSeconds()).isCloseTo(110, within(1e-9));
    assertThat(job.heldSeconds()).isCloseTo(120, within(1e-9));
    assertThat(job.preemptions()).isEqualTo(1);
  }

  @Test
  void aRestartThatIsCutShortIsPaidAgainInFull() {
    SmallCluster cluster = one(100, Terms.NONE, Recovery.DEFAULT.withRestartSeconds(10));
    ScriptedScheduler script =
        new ScriptedScheduler()
            .at(0, new Action.Start(0, HERE))
            .at(40, new Action.Preempt(0))
            .at(50, new Action.Start(0, HERE))
            .at(59, new Action.Preempt(0))
            .at(70, new Action.Start(0, HERE));

    JobRecord job = cluster.run(script).jobs().get(0);

    assertThat(job.endTime()).isEqualTo(70 + 10 + 60);
    assertThat(job.heldSeconds() - job.runningSeconds()).isCloseTo(19, within(1e-9));
  }

  /** Not even where the times do not add up exactly in doubles. */
  @Test
  void noCheckpointIsTakenAtTheEndOfAJob() {
    for (int i = 1; i <= 300; i++) {
      double interval = i / 7.0;
      double submit = 1e6 + i / 3.0;
      JobRecord job =
          new SmallCluster()
              .node(1, 1)
              .job(submit, ONE_GPU, 3 * interval, Terms.NONE, new Recovery(0, interval, 5, true, 9))
              .run("fifo")
              .jobs()
              .get(0);

      assertThat(job.endTime()).as("%s", i).isCloseTo(submit + 3 * interval + 10, within(1e-6));
    }
  }

  @Test
  void aMigrationMovesAndRestarts() {
    SmallCluster cluster =
        new SmallCluster()
            .node(1, 1)
            .node(2, 1)
            .job(0, ONE_GPU, 100, Terms.NONE, Recovery.DEFAULT.withRestartSeconds(10));
    ScriptedScheduler script =
        new ScriptedScheduler()
            .at(0, new Action.Start(0, HERE))
            .at(40, new Action.Migrate(0, Placement.whole(1, 1)));

    JobRecord job = cluster.run(script).jobs().get(0);

    assertThat(job.endTime()).isEqualTo(40 + 10 + 30);
    assertThat(job.nodeGroup()).isEqualTo(1);
  }

  @Test
  void savedWorkOutlivesAFailure() {
    SmallCluster cluster =
        new SmallCluster()
            .node(1, 1, 0, FLAKY)
            .until(1000)
            .job(0, ONE_GPU, 90, Terms.NONE, new Recovery(0, 20, 0, true, 9));

    JobRecord job = only(cluster, "fifo");

    // 40 of 50 s saved; 50 left from 70 on, done at the very instant of the next failure.
    assertThat(job.endTime()).isEqualTo(120);
    assertThat(job.failures()).isEqualTo(1);
    assertThat(job.lostSeconds()).isCloseTo(10, within(1e-9));
  }

  @Test
  void continuousSavingLosesNothing() {
    SmallCluster cluster =
        new SmallCluster()
            .node(1, 1, 0, FLAKY)
            .until(1000)
            .job(0, ONE_GPU, 110, Terms.NONE, new Recovery(0, 0, 0, true, 9));

    JobRecord job = only(cluster, "fifo");

    assertThat(job.endTime()).isEqualTo(150);
    assertThat(job.lostSeconds()).isZero();
  }

  @Test
  void aJobWithoutRetriesLeftHasFailed() {
    SmallCluster cluster =
        new SmallCluster()
            .node(1, 1, 0, FLAKY)
            .until(1000)
            .job(0, ONE_GPU, 60, Terms.NONE, new Recovery(0, NEVER, 0, true, 1));

    JobRecord job = only(cluster, "fifo");

    assertThat(job.state()).isEqualTo(JobState.FAILED);
    assertThat(job.endTime()).isEqualTo(120);
    assertThat(job.lostSeconds()).isEqualTo(100);
  }

  @Test
  void anEnforcedLimitKillsEachAttempt() {
    Terms terms = new Terms(40, true, Double.NaN, 90, 0, "");
    JobRecord job = only(one(100, terms, Recovery.DEFAULT), "fifo");

    assertThat(job.state()).isEqualTo(JobState.FAILED);
    assertThat(job.endTime()).isEqualTo(40);
    assertThat(job.lostSeconds()).isEqualTo(40);
    assertThat(job.deadlineTime()).isEqualTo(90);
    assertThat(job.jctSeconds()).isNaN();
  }

  @Test
  void aJobThatEndsAtItsLimitIsDone() {
    Terms terms = new Terms(100, true, Double.NaN, NEVER, 0, "");

    assertThat(only(one(100, terms, Recovery.DEFAULT), "fifo").state()).isEqualTo(JobState.DONE);
  }

  @Test
  void aJobWithoutWorkMakesRoomAtTheSameInstant() {
    List<JobRecord> jobs =
        new SmallCluster().node(1, 1).job(5, 1, 0).job(5, 1, 0).job(5, 1, 7).run("fifo").jobs();

    assertThat(jobs.get(1).endTime()).isEqualTo(5);
    assertThat(jobs.get(2).firstStartTime()).isEqualTo(5);
    assertThat(jobs.get(2).endTime()).isEqualTo(12);
  }

  @Test
  void aGangOverNodesRunsAtTheSpeedOfManyNodes() {
    Demand gang = SmallCluster.demand(2, Demand.WHOLE_GPU, 0);
    SmallCluster cluster =
        new SmallCluster()
            .node(1, 1)
            .node(1, 1)
            .job(0, gang.withSpanning(Spanning.MANY_NODES), 10, Terms.NONE, Recovery.DEFAULT)
            .job(100, gang.withSpanning(Spanning.FREE), 10, Terms.NONE, Recovery.DEFAULT)
            .job(200, gang, 10, Terms.NONE, Recovery.DEFAULT);

    List<JobRecord> jobs = cluster.run("fifo").jobs();

    assertThat(jobs.get(0).endTime()).isEqualTo(20);
    assertThat(jobs.get(1).endTime()).isEqualTo(110);
    assertThat(jobs.get(2).state()).isEqualTo(JobState.REJECTED);
  }

  @Test
  void neighboursSlowEachOtherWhileTheyAreThere() {
    Demand half = SmallCluster.demand(1, 500, 0);
    SmallCluster cluster =
        new SmallCluster()
            .node(1, 1)
            .job(0, half, 100, Terms.NONE, Recovery.DEFAULT)
            .job(20, half, 30, Terms.NONE, Recovery.DEFAULT);

    List<JobRecord> jobs = cluster.run("fifo").jobs();

    // From 20 on both at half speed: the second needs 60 s, the first does 30 in that time.
    assertThat(jobs.get(1).endTime()).isEqualTo(80);
    assertThat(jobs.get(0).endTime()).isEqualTo(80 + 50);
  }

  @Test
  void rejectsWhatNoNodeCanEverHost() {
    SmallCluster cluster =
        new SmallCluster()
            .node(1, 8, 1000, Availability.ALWAYS)
            .node(1, 1, 64_000, Availability.ALWAYS)
            .job(
                0, SmallCluster.demand(4, Demand.WHOLE_GPU, 8000), 10, Terms.NONE, Recovery.DEFAULT)
            .job(
                0,
                SmallCluster.demand(1, Demand.WHOLE_GPU, 8000),
                10,
                Terms.NONE,
                Recovery.DEFAULT);

    List<JobRecord> jobs = cluster.run("fifo").jobs();

    assertThat(jobs.get(0).state()).isEqualTo(JobState.REJECTED);
    assertThat(jobs.get(1).endTime()).isEqualTo(10);
  }

  @Test
  void aSpanningGangGetsItsCpuFromANodeThatHasIt() {
    for (String placement : List.of("first-fit", "best-fit", "worst-fit", "consolidate")) {
      SmallCluster cluster =
          new SmallCluster()
              .node(1, 4, 1000, Availability.ALWAYS)
              .node(1, 4, 1000, Availability.ALWAYS)
              .node(1, 2, 64_000, Availability.ALWAYS)
              .job(
                  0,
                  SmallCluster.demand(6, Demand.WHOLE_GPU, 8000).withSpanning(Spanning.FREE),
                  10,
                  Terms.NONE,
                  Recovery.DEFAULT);

      assertThat(only(cluster, "fifo+" + placement).endTime()).as(placement).isEqualTo(10);
    }
  }

  @Test
  void aNodeNamedTwiceIsRefused() {
    SmallCluster cluster =
        new SmallCluster()
            .node(1, 4)
            .job(
                0,
                SmallCluster.demand(2, Demand.WHOLE_GPU, 0).withSpanning(Spanning.FREE),
                10,
                Terms.NONE,
                Recovery.DEFAULT);
    Placement twice = Placement.whole(List.of(Slice.of(0, 1), Slice.of(0, 1)));
    ScriptedScheduler script = new ScriptedScheduler().at(0, new Action.Start(0, twice));

    assertThatThrownBy(() -> cluster.run(script))
        .isInstanceOf(IllegalDecisionException.class)
        .hasMessageContaining("named twice");
  }

  @Test
  void drainingDoesNotMendAFailedNode() {
    SmallCluster cluster = new SmallCluster().node(1, 1, 0, FLAKY).until(100).job(0, 1, 1000);
    ScriptedScheduler script =
        new ScriptedScheduler()
            .at(0, new Action.Start(0, HERE))
            .at(55, new Action.Drain(0))
            .at(60, new Action.Undrain(0));
    Simulation simulation = cluster.under(script).runUntil(65);

    assertThat(simulation.cluster().health().alive()).isFalse();
    assertThat(simulation.runUntil(71).cluster().health().alive()).isTrue();
  }

  @Test
  void aDrainedNodeFinishesWhatItHasAndTakesNothingNew() {
    SmallCluster cluster = new SmallCluster().node(1, 2).job(0, 1, 10).job(5, 1, 10);
    ScriptedScheduler tooSoon =
        new ScriptedScheduler()
            .at(0, new Action.Start(0, HERE))
            .at(1, new Action.Drain(0))
            .at(5, new Action.Start(1, HERE));
    ScriptedScheduler script =
        new ScriptedScheduler()
            .at(0, new Action.Start(0, HERE))
            .at(1, new Action.Drain(0))
            .at(20, new Action.Undrain(0), new Action.Start(1, HERE));

    assertThatThrownBy(() -> cluster.run(tooSoon)).isInstanceOf(IllegalDecisionException.class);
    List<JobRecord> jobs = cluster.run(script).jobs();
    assertThat(jobs.get(0).endTime()).isEqualTo(10);
    assertThat(jobs.get(1).endTime()).isEqualTo(30);
  }

  @Test
  void aCancelledJobIsGone() {
    SmallCluster cluster = new SmallCluster().node(1, 1).job(0, 1, 10).job(0, 1, 10);
    ScriptedScheduler script =
        new ScriptedScheduler()
            .at(0, new Action.Start(0, HERE))
            .at(4, new Action.Cancel(0), new Action.Cancel(1));

    List<JobRecord> jobs = cluster.run(script).jobs();

    assertThat(jobs).allMatch(job -> job.state() == JobState.CANCELLED && job.endTime() == 4);
    assertThat(jobs.get(0).heldSeconds()).isEqualTo(4);
  }
}
