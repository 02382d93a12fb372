package org.edgetwin.sim.policies.gavel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.edgetwin.sim.engine.SmallCluster;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.metrics.JobRecord;
import org.junit.jupiter.api.Test;

/** Rounds of 360 s, by hand. */
class RoundSchedulerTest {
  private static void assertEnds(List<JobRecord> jobs, double... endTimes) {
    for (int i = 0; i < endTimes.length; i++) {
      assertThat(jobs.get(i).endTime()).as("job %d", i).isCloseTo(endTimes[i], within(1e-6));
    }
  }

  @Test
  void aJobThatStaysOnItsGpuPaysNoRestart() {
    JobRecord job =
        new SmallCluster()
            .node(1, 1)
            .job(
                0,
                SmallCluster.demand(1, Demand.WHOLE_GPU, 0),
                1000,
                Terms.NONE,
                new Recovery(30, 0, 0, true, 0))
            .run("gavel-las")
            .jobs()
            .get(0);

    assertThat(job.endTime()).isCloseTo(1000, within(1e-6));
    assertThat(job.starts()).isEqualTo(1);
    assertThat(job.preemptions()).isZero();
  }

  /** Whoever has had less of the GPU has the next round. */
  @Test
  void twoJobsTakeTurnsOnOneGpu() {
    List<JobRecord> jobs =
        new SmallCluster().node(1, 1).job(0, 1, 720).job(0, 1, 720).run("gavel-las").jobs();

    assertEnds(jobs, 1080, 1440);
    assertThat(jobs.get(0).starts()).isEqualTo(2);
    assertThat(jobs.get(1).starts()).isEqualTo(2);
  }

  /**
   * Job 1 is seen at 360 s, when the first plan of all may be made anew; job 2 is seen at 720 s and
   * has its plan in the first round after 360 + 1920 s, though a GPU stands free.
   */
  @Test
  void arrivalsWaitForARoundAndForAPlan() {
    List<JobRecord> jobs =
        new SmallCluster()
            .node(1, 2)
            .job(0, 1, 10_000)
            .job(100, 1, 50)
            .job(400, 1, 50)
            .run("gavel-las")
            .jobs();

    assertEnds(jobs, 10_000, 360 + 50, 2520 + 50);
  }

  /** A round is over when its jobs are, and not after 360 s. */
  @Test
  void aShortRoundEndsEarly() {
    List<JobRecord> jobs =
        new SmallCluster().node(1, 1).job(0, 1, 40).job(10, 1, 40).run("gavel-las").jobs();

    assertEnds(jobs, 40, 80);
  }

  /**
   * The second job comes to an idle cluster soon after a plan was made: it waits for the next
   * arrival, or for as long as it is allowed to.
   */
  @Test
  void anIdleClusterWaitsForTheNextArrival() {
    SmallCluster cluster = new SmallCluster().node(1, 2).job(5, 1, 10).job(20, 1, 10);

    assertEnds(cluster.run("gavel-las(idle=300,reset=300)").jobs(), 15, 330);
    cluster.job(2000, 1, 10);
    assertEnds(cluster.run("gavel-las(idle=1e9)").jobs(), 15, 2010, 2010);
  }

  /** The slow machine is half as fast: job 1 stays there, or moves up when job 0 has ended. */
  @Test
  void fifoMovesUpOnlyIfItKnowsSpeeds() {
    SmallCluster cluster = new SmallCluster().node(2, 1).node(1, 1).job(0, 1, 720).job(0, 1, 1000);

    assertEnds(cluster.run("gavel-fifo-agnostic").jobs(), 360, 1000);
    assertEnds(cluster.run("gavel-fifo").jobs(), 360, 360 + 640.0 / 2);
  }

  /** By count both of two and one of three fit; the gang of three finds no node beside them. */
  @Test
  void aGangThatWasPassedOverComesFirst() {
    List<JobRecord> jobs =
        new SmallCluster()
            .node(1, 4)
            .node(1, 4)
            .job(0, 3, 3000)
            .job(0, 3, 3000)
            .job(0, 2, 300)
            .run("gavel-las")
            .jobs();

    assertThat(jobs.get(2).firstStartTime()).isEqualTo(360);
  }
}
