package org.edgetwin.sim.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.edgetwin.sim.engine.SmallCluster;
import org.edgetwin.sim.fleet.VirtualCluster;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Spanning;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.metrics.JobRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several virtual clusters on one fleet, quotas, and who must make room for whom. */
class SharedFleetTest {
  private static final Terms EXACT_TEN = Terms.limit(10);

  static List<String> orderings() {
    return SchedulerCatalog.standard().orderings().stream().map(PolicyDescription::name).toList();
  }

  /** One GPU is free when a job for three comes; two more belong to another virtual cluster. */
  @ParameterizedTest
  @MethodSource("orderings")
  void startsWhenAnotherVirtualClusterGivesGpusBack(String ordering) {
    SmallCluster cluster =
        new SmallCluster()
            .tenant(VirtualCluster.NO_QUOTA)
            .tenant(VirtualCluster.NO_QUOTA)
            .node(1, 4)
            .job(0, Demand.gang(2), 10, EXACT_TEN, Recovery.DEFAULT)
            .job(0, Demand.gang(1), 30, Terms.limit(30), Recovery.DEFAULT)
            .of(1)
            .job(1, Demand.gang(3), 10, EXACT_TEN, Recovery.DEFAULT)
            .of(1);

    String oracle = ordering.matches("easy|conservative|wfp3|s.*") ? "(durations=oracle)" : "";
    JobRecord job = cluster.run(ordering + oracle).jobs().get(2);

    assertThat(job.firstStartTime()).isEqualTo(10);
  }

  @Test
  void conservativeReservesWithinItsQuota() {
    SmallCluster cluster =
        new SmallCluster()
            .tenant(2)
            .node(1, 8)
            .job(0, Demand.gang(1), 10, EXACT_TEN, Recovery.DEFAULT)
            .job(1, Demand.gang(2), 10, EXACT_TEN, Recovery.DEFAULT)
            .job(2, Demand.gang(1), 10, EXACT_TEN, Recovery.DEFAULT)
            .job(3, Demand.gang(1), 7, Terms.limit(7), Recovery.DEFAULT);

    List<JobRecord> jobs = cluster.run("conservative").jobs();

    // The quota of two is free at 10; the last job ends by then, the third does not.
    assertThat(jobs.get(1).firstStartTime()).isEqualTo(10);
    assertThat(jobs.get(2).firstStartTime()).isEqualTo(20);
    assertThat(jobs.get(3).firstStartTime()).isEqualTo(3);
  }

  /**
   * A quota of two pairs is used up; a short pair comes for GPUs of another kind that are free. The
   * longest pair must give up its quota, and the other one must not be touched.
   */
  @ParameterizedTest
  @ValueSource(strings = {"srtf", "srsf"})
  void onlyTheLastInTheOrderGivesUpItsQuota(String ordering) {
    for (double first : new double[] {50, 100}) {
      SmallCluster cluster =
          new SmallCluster()
              .tenant(4)
              .node(1, 2)
              .node(1, 2)
              .node(2, 2)
              .job(0, pairOn("x1.0"), first, Terms.NONE, Recovery.DEFAULT)
              .job(1, pairOn("x1.0"), 150 - first, Terms.NONE, Recovery.DEFAULT)
              .job(10, pairOn("x2.0"), 5, Terms.NONE, Recovery.DEFAULT);
      for (JobRecord job : cluster.run(ordering).jobs()) {
        assertThat(job.preemptions()).isEqualTo(job.workSeconds() == 100 ? 1 : 0);
      }
    }
  }

  private static Demand pairOn(String model) {
    return new Demand(
        2, Demand.WHOLE_GPU, 0, 0, 0, List.of(model), Spanning.ONE_NODE, Double.POSITIVE_INFINITY);
  }

  /** A wide job against small ones that never leave a gap: only promised where it is declared. */
  @ParameterizedTest
  @MethodSource("starvationFree")
  void aWideJobIsNotStarvedByASteadyStreamOfSmallOnes(String ordering) {
    SmallCluster cluster = new SmallCluster().node(1, 4);
    cluster.job(0, Demand.gang(1), 30, Terms.limit(30), Recovery.DEFAULT);
    cluster.job(1, Demand.gang(4), 10, EXACT_TEN, Recovery.DEFAULT);
    for (int i = 2; i < 400; i++) {
      cluster.job(i, Demand.gang(1), 3, Terms.limit(3), Recovery.DEFAULT);
      cluster.job(i, Demand.gang(1), 10, EXACT_TEN, Recovery.DEFAULT);
    }

    JobRecord wide = cluster.run(ordering).jobs().get(1);

    assertThat(wide.firstStartTime()).isEqualTo(30);
  }

  static List<String> starvationFree() {
    return SchedulerCatalog.standard().orderings().stream()
        .filter(PolicyDescription::starvationFree)
        .map(PolicyDescription::name)
        .toList();
  }

  @Test
  void fitFirstStarvesIt() {
    SmallCluster cluster = new SmallCluster().node(1, 4).job(0, 1, 30).job(1, 4, 10);
    for (int i = 2; i < 400; i++) {
      cluster.job(i, 1, 3);
    }

    assertThat(cluster.run("fifo-fit-first").jobs().get(1).firstStartTime()).isGreaterThan(400);
  }
}
