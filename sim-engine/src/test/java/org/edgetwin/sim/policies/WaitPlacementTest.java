package org.edgetwin.sim.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.edgetwin.sim.engine.SmallCluster;
import org.edgetwin.sim.fleet.Availability;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobState;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.metrics.JobRecord;
import org.junit.jupiter.api.Test;

/** A node of speed 4 and one of speed 1, of one GPU each; predictions are exact. */
class WaitPlacementTest {
  private static final String WAIT = "fifo+wait(durations=oracle)";
  private static final int FAST = 0;
  private static final int SLOW = 1;

  private static SmallCluster fastAndSlow() {
    return new SmallCluster().node(4, 1).node(1, 1);
  }

  @Test
  void declinesASlowFreeNodeIfTheFastOneWillEndItEarlier() {
    // Fast: free at 10, done at 20. Slow: done at 40.
    SmallCluster cluster = fastAndSlow().job(0, 1, 40).job(0, 1, 40);

    List<JobRecord> waiting = cluster.run(WAIT).jobs();

    assertThat(waiting.get(1).nodeGroup()).isEqualTo(FAST);
    assertThat(waiting.get(1).firstStartTime()).isEqualTo(10);
    assertThat(cluster.run("fifo+fastest-gpu").jobs().get(1).endTime()).isEqualTo(40);
  }

  @Test
  void takesTheSlowNodeIfWaitingWouldEndLater() {
    // Fast: free at 100, done at 101. Slow: done at 4.
    List<JobRecord> jobs = fastAndSlow().job(0, 1, 400).job(0, 1, 4).run(WAIT).jobs();

    assertThat(jobs.get(1).nodeGroup()).isEqualTo(SLOW);
    assertThat(jobs.get(1).endTime()).isEqualTo(4);
  }

  @Test
  void waitsInTheOrderInWhichJobsAreProposed() {
    // The second waits for the fast node from 10 to 20, the third would have it from 20 to 22.5.
    List<JobRecord> jobs = fastAndSlow().job(0, 1, 40).job(0, 1, 40).job(0, 1, 10).run(WAIT).jobs();

    assertThat(jobs.get(1).firstStartTime()).isEqualTo(10);
    assertThat(jobs.get(2).nodeGroup()).isEqualTo(SLOW);
    assertThat(jobs.get(2).endTime()).isEqualTo(10);
  }

  /** A fast node of two GPUs, one of them busy until 10; a gang of two waits for both. */
  @Test
  void aFreeButReservedGpuIsOnlyForJobsThatEndBefore() {
    SmallCluster cluster =
        new SmallCluster().node(1, 2).job(0, 1, 10).job(1, 2, 10).job(2, 1, 8).job(3, 1, 8);

    List<JobRecord> jobs = cluster.run(WAIT).jobs();

    assertThat(jobs.get(1).firstStartTime()).isEqualTo(10);
    assertThat(jobs.get(2).firstStartTime()).isEqualTo(2);
    assertThat(jobs.get(3).firstStartTime()).isEqualTo(20);
  }

  @Test
  void beyondItsDepthNobodyWaits() {
    SmallCluster cluster = fastAndSlow().job(0, 1, 40).job(0, 1, 40);

    assertThat(cluster.run("fifo+wait(depth=0, durations=oracle)").jobs().get(1).nodeGroup())
        .isEqualTo(SLOW);
    assertThat(cluster.run("fifo+wait(depth=1, durations=oracle)").jobs().get(1).nodeGroup())
        .isEqualTo(FAST);
  }

  @Test
  void beyondItsDepthJobsTakeWhatIsFreeThoughItIsReserved() {
    SmallCluster cluster = new SmallCluster().node(1, 2).job(0, 1, 10).job(1, 2, 10).job(2, 1, 9);

    List<JobRecord> jobs = cluster.run("fifo+wait(depth=1, durations=oracle)").jobs();

    assertThat(jobs.get(2).firstStartTime()).isEqualTo(2);
    assertThat(jobs.get(1).firstStartTime()).isEqualTo(11);
  }

  /** Three GPUs of a node of four are free, but reserved from 10 to 20, and two of another. */
  @Test
  void aGangOverSeveralNodesKeepsOffReservedOnesUnlessItEndsBefore() {
    assertThat(startOfGang(30)).isEqualTo(20);
    assertThat(startOfGang(5)).isEqualTo(2);
  }

  private static double startOfGang(double work) {
    List<JobRecord> jobs =
        new SmallCluster()
            .node(1, 4)
            .node(1, 4)
            .job(0, 2, 20)
            .job(0, 2, 0.5)
            .job(0, 1, 10)
            .job(1, 4, 10)
            .job(2, Demand.gang(5), work, Terms.NONE, Recovery.DEFAULT)
            .run(WAIT)
            .jobs();
    assertThat(jobs.get(3).firstStartTime()).isEqualTo(10);
    return jobs.get(4).firstStartTime();
  }

  @Test
  void doesNotWaitForANodeThatLacksTheCpu() {
    Demand demand = SmallCluster.demand(1, Demand.WHOLE_GPU, 4000);
    SmallCluster cluster =
        new SmallCluster()
            .node(4, 1, 1000, Availability.ALWAYS)
            .node(4, 0, 9000, Availability.ALWAYS)
            .node(1, 1, 9000, Availability.ALWAYS)
            .job(0, demand, 40, Terms.NONE, Recovery.DEFAULT);

    JobRecord job = cluster.run(WAIT).jobs().get(0);

    assertThat(job.state()).isEqualTo(JobState.DONE);
    assertThat(job.endTime()).isEqualTo(40);
  }

  @Test
  void waitsForTheCpuOfAFastNodeUntilItsJobEnds() {
    Demand demand = SmallCluster.demand(1, Demand.WHOLE_GPU, 4000);
    SmallCluster cluster =
        new SmallCluster()
            .node(4, 2, 6000, Availability.ALWAYS)
            .node(1, 1, 9000, Availability.ALWAYS)
            .job(0, demand, 40, Terms.NONE, Recovery.DEFAULT)
            .job(0, demand, 40, Terms.NONE, Recovery.DEFAULT);

    JobRecord job = cluster.run(WAIT).jobs().get(1);

    assertThat(job.firstStartTime()).isEqualTo(10);
    assertThat(job.endTime()).isEqualTo(20);
  }

  @Test
  void aPreemptiveOrderGivesTheFastNodeToWhoComesFirst() {
    SmallCluster cluster = fastAndSlow().job(0, 1, 400).job(10, 1, 40);

    List<JobRecord> jobs = cluster.run("srtf+wait(durations=oracle)").jobs();

    assertThat(jobs.get(1).nodeGroup()).isEqualTo(FAST);
    assertThat(jobs.get(1).endTime()).isEqualTo(20);
    // 360 left at 10: 360 s on the slow node, or 10 s of waiting and 90 s on the fast one.
    assertThat(jobs.get(0).endTime()).isEqualTo(110);
  }

  /** Two on a GPU go at half speed each. */
  private static SmallCluster half(SmallCluster cluster, double submit, double work) {
    return cluster.job(submit, SmallCluster.demand(1, 500, 0), work, Terms.NONE, Recovery.DEFAULT);
  }

  @Test
  void aShortJobSharesWithALongOneRatherThanWaitForItsEnd() {
    SmallCluster cluster = new SmallCluster().node(1, 1);
    half(half(cluster, 0, 100), 10, 20);

    List<JobRecord> jobs = cluster.run(WAIT).jobs();

    assertThat(jobs.get(1).firstStartTime()).isEqualTo(10);
    assertThat(jobs.get(1).endTime()).isEqualTo(50);
    assertThat(jobs.get(0).endTime()).isEqualTo(120);
  }

  @Test
  void aLongJobWaitsForTheEndOfAShortOneThatItWouldSlow() {
    // Now: 2 s beside each other, done at 101, and the first one 1 s later: 102. After it: 101.
    SmallCluster cluster = new SmallCluster().node(1, 1);
    half(half(cluster, 0, 1), 0, 100);

    List<JobRecord> jobs = cluster.run(WAIT).jobs();

    assertThat(jobs.get(0).endTime()).isEqualTo(1);
    assertThat(jobs.get(1).firstStartTime()).isEqualTo(1);
  }

  @Test
  void aJobWaitsForTheShareThatTheFirstOfTwoWillLeave() {
    // Fast: a share at 201, 100 s there and 50 s of the long one's. Slow: 500 s.
    SmallCluster cluster = new SmallCluster().node(1, 1).node(0.1, 1);
    half(half(half(cluster, 0, 1000), 1, 100), 2, 50);

    JobRecord job = cluster.run(WAIT).jobs().get(2);

    assertThat(job.nodeGroup()).isEqualTo(FAST);
    assertThat(job.firstStartTime()).isEqualTo(201);
  }

  /** A whole GPU until 1000 beside one that two share; counting both of them would free two. */
  @Test
  void aGpuThatTwoShareComesBackOnce() {
    SmallCluster cluster = new SmallCluster().node(4, 2).node(1, 2).job(0, 1, 4000);
    half(half(cluster, 0, 40), 0, 80).job(1, 2, 200);

    List<JobRecord> jobs = cluster.run(WAIT).jobs();

    assertThat(jobs.get(1).nodeGroup()).isEqualTo(FAST);
    assertThat(jobs.get(2).nodeGroup()).isEqualTo(FAST);
    assertThat(jobs.get(3).nodeGroup()).isEqualTo(SLOW);
    assertThat(jobs.get(3).firstStartTime()).isEqualTo(1);
  }

  @Test
  void whoComesFirstDoesNotSlowALaterOneIfAGpuIsEmpty() {
    SmallCluster cluster = new SmallCluster().node(1, 2);
    half(half(cluster, 0, 100), 10, 20);

    List<JobRecord> jobs = cluster.run("srtf+wait(durations=oracle)").jobs();

    assertThat(jobs.get(1).endTime()).isEqualTo(30);
    assertThat(jobs.get(0).endTime()).isEqualTo(100);
  }
}
