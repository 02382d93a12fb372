package org.edgetwin.sim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.Attempt;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.RunResult;
import org.edgetwin.sim.variation.MachineVariation;
import org.edgetwin.sim.variation.VariationModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Placements that learn from the jobs that ended, and orderings that do not preempt lightly. */
class LearnedMachinesTest {
  /** Machine 0 takes three times as long as its model promises. */
  private record FirstIsSlow() implements VariationModel, MachineVariation {
    @Override
    public MachineVariation start(int nodes, Streams streams) {
      return this;
    }

    @Override
    public double observationSd() {
      return 0;
    }

    @Override
    public String describe() {
      return "first is slow";
    }

    @Override
    public double slowdown(int node, WorkloadClass workload) {
      return node == 0 ? 3 : 1;
    }

    @Override
    public double nextChange() {
      return Double.POSITIVE_INFINITY;
    }

    @Override
    public void change() {}

    @Override
    public MachineVariation copy() {
      return this;
    }
  }

  private static SmallCluster cluster() {
    SmallCluster cluster = new SmallCluster().node(1, 1).node(1, 1).with(new FirstIsSlow());
    for (int i = 0; i < 6; i++) {
      cluster.job(100 * i, demandOfOne(), 20, estimate(20), Recovery.DEFAULT);
    }
    return cluster;
  }

  private static Demand demandOfOne() {
    return SmallCluster.demand(1, 1000, 0);
  }

  private static Terms estimate(double seconds) {
    return new Terms(Double.POSITIVE_INFINITY, false, seconds, Double.POSITIVE_INFINITY, 0, "");
  }

  private static List<Integer> nodes(RunResult result) {
    return result.attempts().stream().map(Attempt::nodes).map(nodes -> nodes[0]).toList();
  }

  @Test
  void aMachineThatWasSlowOnceIsAvoided() {
    assertThat(nodes(cluster().run("fifo+wait"))).containsOnly(0);
    assertThat(nodes(cluster().run("fifo+wait-oracle"))).containsOnly(1);
    // An average of all machines is all that a plain average has for one it never saw.
    assertThat(nodes(cluster().run("fifo+wait-mean"))).containsOnly(0);
    assertThat(nodes(cluster().run("fifo+wait-shrinkage"))).containsExactly(0, 1, 1, 1, 1, 1);
  }

  @Test
  void aJobWaitsForTheMachineThatIsBelievedFaster() {
    SmallCluster cluster = cluster();
    // Machine 1 is busy until 520: there the next job ends at 540, on the slow one at about 556 as
    // far as one look at it tells. The one after it would end at 560 and takes the slow one.
    cluster.job(510, demandOfOne(), 20, estimate(20), Recovery.DEFAULT);
    cluster.job(511, demandOfOne(), 20, estimate(20), Recovery.DEFAULT);

    List<JobRecord> jobs = cluster.run("fifo+wait-shrinkage").jobs();

    assertThat(jobs.get(6).firstStartTime()).isEqualTo(520);
    assertThat(jobs.get(6).endTime()).isEqualTo(540);
    assertThat(jobs.get(7).endTime()).isEqualTo(511 + 60);
  }

  /** A job of 100 s runs; at 10 s another comes. */
  @ParameterizedTest
  @CsvSource({"0, 80, 1", "0.5, 80, 0", "0.5, 40, 1", "0.9, 40, 0"})
  void hysteresisForgivesTheRunningJob(double hysteresis, double work, int preemptions) {
    RunResult result =
        new SmallCluster()
            .node(1, 1)
            .job(0, 1, 100)
            .job(10, 1, work)
            .run("srtf(hysteresis=" + hysteresis + ")");

    assertThat(result.jobs().get(0).preemptions()).isEqualTo(preemptions);
  }
}
