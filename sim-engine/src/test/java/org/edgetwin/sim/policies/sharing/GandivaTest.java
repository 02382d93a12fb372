package org.edgetwin.sim.policies.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import org.edgetwin.sim.engine.FixedContention;
import org.edgetwin.sim.engine.SmallCluster;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobState;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GandivaTest {
  private static double mean(RunResult result) {
    return result.jobs().stream().mapToDouble(JobRecord::jctSeconds).average().orElseThrow();
  }

  private static double makespan(RunResult result) {
    return result.jobs().stream().mapToDouble(JobRecord::endTime).max().orElseThrow();
  }

  private static SmallCluster search(int jobs) {
    SmallCluster cluster = new SmallCluster().node(1, 4);
    for (int i = 0; i < jobs; i++) {
      cluster.job(i, 1, 4000);
    }
    return cluster;
  }

  /** The paper's claim: packing raises the throughput of jobs that leave a GPU idle. */
  @Test
  void packingRaisesTheThroughputOfSmallJobs() {
    SmallCluster cluster = search(16).with(FixedContention.SMALL_JOBS);

    assertThat(makespan(cluster.run("gandiva"))).isLessThan(0.65 * makespan(cluster.run("fifo")));
    assertThat(mean(cluster.run("gandiva"))).isLessThan(mean(cluster.run("fifo")));
  }

  /** Pairs at half speed gain nothing: tried once, for a trial of 60 s or so, then never again. */
  @Test
  void aPairThatDoesNotPayIsSplitForGood() {
    RunResult paired = search(8).run("gandiva(slice=1000000)");
    RunResult never = search(8).run("gandiva(slice=1000000,trial=1000000)");

    assertThat(makespan(never)).isBetween(8000.0, 8010.0);
    assertThat(makespan(paired)).isBetween(8000.0, 8400.0);
    assertThat(paired.jobs().stream().mapToInt(JobRecord::preemptions).sum()).isBetween(1, 4);
  }

  /**
   * A restart that takes as long as a slice, or five times as long, eats no slice: by turns every
   * job gets on. At worst a slice waits for one more look, so no more than every other second, or
   * one of seven, is work.
   */
  @ParameterizedTest
  @CsvSource({"62, 2", "300, 7"})
  void restartsDoNotEatTheSlices(double restart, double stretch) {
    Recovery slow = Recovery.DEFAULT.withRestartSeconds(restart);
    SmallCluster cluster = new SmallCluster().node(1, 1);
    for (int i = 0; i < 3; i++) {
      cluster.job(0, SmallCluster.demand(1, Demand.WHOLE_GPU, 0), 1000, Terms.NONE, slow);
    }

    RunResult result = cluster.run("gandiva(gain=2)");

    assertThat(result.jobs()).allMatch(job -> job.state() == JobState.DONE);
    assertThat(makespan(result)).isBetween(3000.0, 3000 * stretch);
    assertThat(result.jobs()).allMatch(job -> job.preemptions() > 2);
  }

  /** Slices: eight equal jobs on four GPUs all begin within two slices. */
  @Test
  void allBeginSoonByTimeSlices() {
    RunResult result = search(8).run("gandiva");

    assertThat(result.jobs()).allMatch(job -> job.firstStartTime() <= 130);
    assertThat(search(8).run("fifo").jobs()).anyMatch(job -> job.firstStartTime() >= 3990);
  }
}
