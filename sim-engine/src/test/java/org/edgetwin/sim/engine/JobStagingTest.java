package org.edgetwin.sim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.edgetwin.sim.fleet.Availability;
import org.edgetwin.sim.fleet.NodeState;
import org.edgetwin.sim.job.DataNeeds;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobState;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Spanning;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.Placement;
import org.junit.jupiter.api.Test;

class JobStagingTest {
  private static final double GB = SmallNetwork.GB;
  private static final Demand ONE_GPU = SmallCluster.demand(1, Demand.WHOLE_GPU, 0);
  private static final Offset<Double> EXACTLY = within(1e-6);

  private static DataNeeds items(Integer... indices) {
    return new DataNeeds(List.of(indices), 0, 0, DataNeeds.NEAREST);
  }

  private static DataNeeds checkpoint(double gigabytes) {
    return new DataNeeds(List.of(), gigabytes * GB, 0, DataNeeds.NEAREST);
  }

  @Test
  void aloneItTakesARoundTripAndTheBytesOverTheRate() {
    SmallNetwork network = new SmallNetwork().home(50, 12.5, 100).item(10);
    JobRecord job =
        new SmallCluster()
            .node(1, 1)
            .job(0, 1, 100)
            .needing(items(0))
            .with(network.build())
            .run("fifo")
            .jobs()
            .get(0);

    double staging = network.rtt(0) + 10 * GB / 50e6;
    assertThat(job.traffic().stagingSeconds()).isCloseTo(staging, EXACTLY);
    assertThat(job.endTime()).isCloseTo(staging + 100, EXACTLY);
    assertThat(job.runningSeconds()).isCloseTo(100, EXACTLY);
    assertThat(job.heldSeconds()).isCloseTo(staging + 100, EXACTLY);
    assertThat(job.firstStartTime()).isZero();
    assertThat(job.traffic().movedBytes()).isEqualTo(10 * GB);
    assertThat(job.traffic().egressUsd()).isCloseTo(10 * network.usdPerGb(0), within(1e-12));
    assertThat(network.usdPerGb(0)).isGreaterThan(0.05);
  }

  @Test
  void twoItemsShareALineAndOneItemComesOnce() {
    SmallNetwork network = new SmallNetwork().dataCentre(2).item(10).item(10);
    double alone = network.rtt(0) + 10 * GB / 1.25e8;
    double shared = network.rtt(0) + 20 * GB / 1.25e8;

    List<JobRecord> others = two(network, 0, 1);
    assertThat(others).allSatisfy(job -> assertThat(job.endTime()).isCloseTo(shared + 5, EXACTLY));

    List<JobRecord> same = two(network, 0, 0);
    assertThat(same).allSatisfy(job -> assertThat(job.endTime()).isCloseTo(alone + 5, EXACTLY));
    assertThat(same.get(0).traffic().movedBytes()).isEqualTo(10 * GB);
    assertThat(same.get(1).traffic().movedBytes()).isZero();
  }

  private static List<JobRecord> two(SmallNetwork network, int first, int second) {
    return new SmallCluster()
        .node(1, 1)
        .node(1, 1)
        .job(0, 1, 5)
        .needing(items(first))
        .job(0, 1, 5)
        .needing(items(second))
        .with(network.build())
        .run("fifo")
        .jobs();
  }

  @Test
  void whatWasUsedLastStaysOnTheDisk() {
    assertThat(transfersOfThree(25)).containsExactly(10 * GB, 10 * GB, 0.0);
    assertThat(transfersOfThree(15)).containsExactly(10 * GB, 10 * GB, 10 * GB);
    assertThat(transfersOfThree(5)).containsExactly(10 * GB, 10 * GB, 10 * GB);
  }

  private static List<Double> transfersOfThree(double diskGb) {
    SmallNetwork network = new SmallNetwork().home(50, 12.5, diskGb).item(10).item(10);
    return new SmallCluster()
            .node(1, 1)
            .job(0, 1, 5)
            .needing(items(0))
            .job(0, 1, 5)
            .needing(items(1))
            .job(0, 1, 5)
            .needing(items(0))
            .with(network.build())
            .run("fifo")
            .jobs()
            .stream()
            .map(job -> job.traffic().movedBytes())
            .toList();
  }

  @Test
  void aPreemptedJobPaysForWhatHasComeAndAsksAgain() {
    SmallNetwork network = new SmallNetwork().home(50, 12.5, 100).item(10);
    double halfTime = network.rtt(0) + 5 * GB / 50e6;
    ScriptedScheduler script =
        new ScriptedScheduler()
            .at(0, new Action.Start(0, Placement.whole(0, 1)))
            .at(halfTime, new Action.Preempt(0))
            .at(1000, new Action.Start(0, Placement.whole(0, 1)));

    JobRecord job = only(network, script, Terms.NONE);

    assertThat(job.traffic().movedBytes()).isCloseTo(15 * GB, within(1.0));
    assertThat(job.traffic().egressUsd()).isCloseTo(15 * network.usdPerGb(0), within(1e-6));
    assertThat(job.traffic().stagingSeconds()).isCloseTo(halfTime + network.rtt(0) + 200, EXACTLY);
    assertThat(job.endTime()).isCloseTo(1000 + network.rtt(0) + 200 + 100, EXACTLY);
    assertThat(job.preemptions()).isEqualTo(1);
  }

  private static JobRecord only(SmallNetwork network, ScriptedScheduler script, Terms terms) {
    return new SmallCluster()
        .node(1, 1)
        .job(0, ONE_GPU, 100, terms, Recovery.DEFAULT)
        .needing(items(0))
        .with(network.build())
        .run(script)
        .jobs()
        .get(0);
  }

  /** The second asked while the first waited, and is left alone with the bill. */
  @Test
  void aTransferGoesOnForThoseWhoStillWait() {
    SmallNetwork network = new SmallNetwork().dataCentre(2).item(10);
    List<JobRecord> jobs =
        new SmallCluster()
            .node(1, 1)
            .node(1, 1)
            .job(0, 1, 5)
            .needing(items(0))
            .job(0, 1, 5)
            .needing(items(0))
            .with(network.build())
            .run(
                new ScriptedScheduler()
                    .at(
                        0,
                        new Action.Start(0, Placement.whole(0, 1)),
                        new Action.Start(1, Placement.whole(1, 1)))
                    .at(40, new Action.Cancel(0)))
            .jobs();

    assertThat(jobs.get(0).traffic().movedBytes()).isZero();
    assertThat(jobs.get(1).traffic().movedBytes()).isEqualTo(10 * GB);
    assertThat(jobs.get(1).endTime()).isCloseTo(network.rtt(1) + 80 + 5, EXACTLY);
  }

  @Test
  void aLimitCountsTheWaitForData() {
    SmallNetwork network = new SmallNetwork().home(50, 12.5, 100).item(10);
    Terms terms = new Terms(150, true, Double.NaN, Double.POSITIVE_INFINITY, 0, "");
    ScriptedScheduler script =
        new ScriptedScheduler().at(0, new Action.Start(0, Placement.whole(0, 1)));

    JobRecord job = only(network, script, terms);

    assertThat(job.state()).isEqualTo(JobState.FAILED);
    assertThat(job.endTime()).isEqualTo(150);
    assertThat(job.runningSeconds()).isZero();
    assertThat(job.traffic().stagingSeconds()).isEqualTo(150);
    assertThat(job.traffic().movedBytes()).isCloseTo((150 - network.rtt(0)) * 50e6, within(1.0));
  }

  @Test
  void aGangWaitsForItsSlowestMachine() {
    SmallNetwork network = new SmallNetwork().home(50, 12.5, 100).home(25, 12.5, 100).item(10);
    Demand gang =
        new Demand(
            2, Demand.WHOLE_GPU, 0, 0, 0, List.of(), Spanning.FREE, Double.POSITIVE_INFINITY);
    JobRecord job =
        new SmallCluster()
            .node(1, 1)
            .node(1, 1)
            .job(0, gang, 100, Terms.NONE, Recovery.DEFAULT)
            .needing(items(0))
            .with(network.build())
            .run("fifo")
            .jobs()
            .get(0);

    assertThat(job.endTime()).isCloseTo(network.rtt(1) + 400 + 100, EXACTLY);
    assertThat(job.traffic().movedBytes()).isEqualTo(20 * GB);
  }

  /** 80 s up to the store, then 20 s down to the other machine; none at the old one. */
  @Test
  void aCheckpointFollowsItsJob() {
    SmallNetwork network = new SmallNetwork().home(50, 12.5, 100).home(50, 12.5, 100);

    JobRecord moved = preemptedAt50(network, 1);
    assertThat(moved.endTime())
        .isCloseTo(50 + network.rtt(0) + 80 + network.rtt(1) + 20 + 50, EXACTLY);
    assertThat(moved.traffic().movedBytes()).isEqualTo(2 * GB);
    assertThat(moved.traffic().egressUsd()).isCloseTo(network.usdPerGb(1), within(1e-12));

    JobRecord stayed = preemptedAt50(network, 0);
    assertThat(stayed.endTime()).isCloseTo(60 + 50, EXACTLY);
    assertThat(stayed.traffic().movedBytes()).isEqualTo(GB);
    assertThat(stayed.traffic().egressUsd()).isZero();
  }

  private static JobRecord preemptedAt50(SmallNetwork network, int goesTo) {
    return new SmallCluster()
        .node(1, 1)
        .node(1, 1)
        .job(0, 1, 100)
        .needing(checkpoint(1))
        .with(network.build())
        .run(
            new ScriptedScheduler()
                .at(0, new Action.Start(0, Placement.whole(0, 1)))
                .at(50, new Action.Preempt(0))
                .at(60, new Action.Start(0, Placement.whole(goesTo, 1))))
        .jobs()
        .get(0);
  }

  /**
   * Checkpoints at 30, 60 and 90 s; the first takes till 110 s to reach the store, the third, which
   * follows, till 190 s.
   */
  @Test
  void onlyWhatReachedTheStoreSurvivesAMachineAtHome() {
    assertThat(lostWhenLeavingAt(100)).isCloseTo(100, EXACTLY);
    assertThat(lostWhenLeavingAt(150)).isCloseTo(150 - 30, EXACTLY);
    assertThat(lostWhenLeavingAt(195)).isCloseTo(195 - 90, EXACTLY);
  }

  private static double lostWhenLeavingAt(double time) {
    SmallNetwork network = new SmallNetwork().home(50, 12.5, 100).home(50, 12.5, 100);
    JobRecord job =
        new SmallCluster()
            .node(1, 1, 0, leavingAt(time))
            .node(1, 1)
            .job(0, ONE_GPU, 500, Terms.NONE, new Recovery(0, 30, 0, true, 9))
            .needing(checkpoint(1))
            .with(network.build())
            .run("fifo")
            .jobs()
            .get(0);
    assertThat(job.state()).isEqualTo(JobState.DONE);
    assertThat(job.runningSeconds() - job.lostSeconds()).isCloseTo(500, EXACTLY);
    return job.lostSeconds();
  }

  private static Availability leavingAt(double time) {
    return new Availability.Planned(
        NodeState.UP, List.of(new Availability.Change(time, NodeState.LEFT)));
  }

  /** The disk of a data centre is not that of the machine. */
  @Test
  void aDataCentreKeepsTheCheckpointOfALostMachine() {
    SmallNetwork network = new SmallNetwork().dataCentre(2);
    JobRecord job =
        new SmallCluster()
            .node(1, 1, 0, leavingAt(100))
            .node(1, 1)
            .job(0, ONE_GPU, 500, Terms.NONE, new Recovery(0, 30, 0, true, 9))
            .needing(checkpoint(100))
            .with(network.build())
            .run("fifo")
            .jobs()
            .get(0);

    assertThat(job.lostSeconds()).isCloseTo(10, EXACTLY);
    assertThat(job.endTime()).isCloseTo(510, EXACTLY);
  }

  @Test
  void resultsLeaveInTheBackground() {
    SmallNetwork network = new SmallNetwork().dataCentre(1);
    JobRecord job =
        new SmallCluster()
            .node(1, 1)
            .job(0, 1, 100)
            .needing(new DataNeeds(List.of(), 0, 40 * GB, DataNeeds.NEAREST))
            .with(network.build())
            .run("fifo")
            .jobs()
            .get(0);

    assertThat(job.endTime()).isEqualTo(100);
    assertThat(job.traffic().movedBytes()).isEqualTo(40 * GB);
    assertThat(job.traffic().egressUsd()).isCloseTo(40 * 0.02, within(1e-12));
  }

  @Test
  void dataLocalTakesTheNodeWithTheShortestWait() {
    SmallNetwork network = new SmallNetwork().home(25, 12.5, 100).home(50, 12.5, 100).item(10);
    SmallCluster cluster =
        new SmallCluster()
            .node(1, 1)
            .node(2, 1)
            .job(0, 1, 100)
            .needing(items(0))
            .with(network.build());

    assertThat(cluster.run("fifo+first-fit").attempts().get(0).nodes()).containsExactly(0);
    assertThat(cluster.run("fifo+data-local").attempts().get(0).nodes()).containsExactly(1);
  }
}
