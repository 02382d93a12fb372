package org.edgetwin.sim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.Placement;
import org.junit.jupiter.api.Test;

class LeaseTest {
  private static final Demand ONE_GPU = SmallCluster.demand(1, Demand.WHOLE_GPU, 0);
  private static final Placement HERE = Placement.whole(0, 1);
  private static final Action START = new Action.Start(0, HERE);

  private static Action lease(double seconds) {
    return new Action.Lease(0, seconds);
  }

  private static JobRecord run(double work, Recovery recovery, ScriptedScheduler script) {
    return new SmallCluster()
        .node(1, 1)
        .job(0, ONE_GPU, work, Terms.NONE, recovery)
        .run(script)
        .jobs()
        .get(0);
  }

  @Test
  void aJobStandsBetweenTwoLeasesWithItsGpus() {
    JobRecord job =
        run(
            100,
            Recovery.DEFAULT,
            new ScriptedScheduler().at(0, START, lease(60)).at(90, lease(60)));

    assertThat(job.endTime()).isCloseTo(130, within(1e-9));
    assertThat(job.runningSeconds()).isCloseTo(100, within(1e-9));
    assertThat(job.heldSeconds()).isCloseTo(130, within(1e-9));
    assertThat(job.starts()).isEqualTo(1);
  }

  /** 60 s hold eight steps of 7 s: the other 4 s are idle. */
  @Test
  void aLeaseEndsWithAWholeStep() {
    JobRecord job =
        run(
            100,
            Recovery.DEFAULT.withStepSeconds(7),
            new ScriptedScheduler().at(0, START, lease(60)).at(60, lease(60)));

    assertThat(job.endTime()).isCloseTo(60 + (100 - 8 * 7), within(1e-9));
    assertThat(job.runningSeconds()).isCloseTo(100, within(1e-9));
  }

  /** The last half step does not fit into the first lease, though 2 s of it are left. */
  @Test
  void whatIsLeftOfTheLastStepWaitsForTheNextLease() {
    JobRecord job =
        run(
            57.5,
            Recovery.DEFAULT.withStepSeconds(7),
            new ScriptedScheduler().at(0, START, lease(57.4)).at(80, lease(60)));

    assertThat(job.endTime()).isCloseTo(81.5, within(1e-9));
  }

  @Test
  void preemptionLosesAPartOfAStep() {
    JobRecord job =
        run(
            100,
            Recovery.DEFAULT.withStepSeconds(7),
            new ScriptedScheduler()
                .at(0, START)
                .at(30, new Action.Preempt(0))
                .at(40, new Action.Start(0, HERE)));

    assertThat(job.endTime()).isCloseTo(40 + (100 - 4 * 7), within(1e-9));
  }

  @Test
  void aNewLeaseExtendsTheOldOne() {
    JobRecord job =
        run(
            100,
            Recovery.DEFAULT,
            new ScriptedScheduler().at(0, START, lease(60)).at(30, lease(200)));

    assertThat(job.endTime()).isEqualTo(100);
  }

  /** The restart is part of the lease: 20 s of it leave 40 s for work. */
  @Test
  void theLeaseRunsDuringARestart() {
    JobRecord job =
        run(
            100,
            new Recovery(20, Double.POSITIVE_INFINITY, 0, true, 0),
            new ScriptedScheduler()
                .at(0, START)
                .at(30, new Action.Preempt(0))
                .at(40, new Action.Start(0, HERE), lease(60))
                .at(100, lease(60)));

    assertThat(job.endTime()).isCloseTo(100 + (70 - 40), within(1e-9));
  }

  @Test
  void aJobWithoutGpusGetsNoLease() {
    assertThatThrownBy(() -> run(10, Recovery.DEFAULT, new ScriptedScheduler().at(0, lease(60))))
        .isInstanceOf(IllegalDecisionException.class)
        .hasMessageContaining("cannot be leased");
  }
}
