package org.edgetwin.sim.policies.packing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.edgetwin.sim.engine.SmallCluster;
import org.edgetwin.sim.fleet.Availability;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.metrics.Attempt;
import org.edgetwin.sim.metrics.RunResult;
import org.junit.jupiter.api.Test;

/** Where jobs that come one after the other and stay are put. */
class PackingPlacementsTest {
  private static SmallCluster cluster() {
    // A small node and a large one.
    return new SmallCluster()
        .node(1, 2, 8000, Availability.ALWAYS)
        .node(1, 4, 32_000, Availability.ALWAYS);
  }

  private static SmallCluster with(
      SmallCluster cluster, double time, int gpus, int milli, int cpu) {
    return cluster.job(
        time, SmallCluster.demand(gpus, milli, cpu), 1e6, Terms.NONE, Recovery.DEFAULT);
  }

  /** Node of each job, in order of submission. */
  private static List<Integer> nodes(SmallCluster cluster, String placement) {
    RunResult result = cluster.until(1000).run("fifo-fit-first+" + placement);
    return result.attempts().stream()
        .sorted((a, b) -> Integer.compare(a.job(), b.job()))
        .map(Attempt::nodes)
        .map(nodes -> nodes[0])
        .toList();
  }

  @Test
  void mostAllocatedFillsAndLeastAllocatedSpreads() {
    SmallCluster most = with(with(cluster(), 0, 1, 1000, 1000), 1, 1, 1000, 1000);

    assertThat(nodes(most, "k8s-most")).containsExactly(0, 0);
    SmallCluster least = with(with(cluster(), 0, 1, 1000, 1000), 1, 1, 1000, 1000);
    assertThat(nodes(least, "k8s-least")).containsExactly(1, 1);
  }

  /** One GPU of two on the first node is nearer to 50 % than three of four on the second. */
  @Test
  void requestedToCapacityLooksForItsPeak() {
    SmallCluster jobs = with(with(cluster(), 0, 2, 1000, 0), 1, 1, 1000, 0);

    assertThat(nodes(jobs, "k8s-ratio(peak=50)")).containsExactly(1, 0);
  }

  @Test
  void gpuPackingSharesWhatIsSharedAlready() {
    SmallCluster jobs = with(with(with(cluster(), 0, 1, 1000, 0), 1, 1, 400, 0), 2, 1, 400, 0);

    // A whole GPU on the first node; shares go to a node in use, then to the shared GPU.
    assertThat(nodes(jobs, "gpu-packing")).containsExactly(0, 0, 0);
  }

  @Test
  void clusteringKeepsKindsApart() {
    SmallCluster jobs =
        with(with(with(with(cluster(), 0, 1, 500, 0), 1, 1, 1000, 0), 2, 1, 1000, 0), 3, 1, 500, 0);

    assertThat(nodes(jobs, "gpu-clustering")).containsExactly(0, 1, 1, 0);
  }

  /**
   * Half of the jobs so far took 700 thousandths, half 300: a 300 beside a 700 leaves no hole, on
   * an empty GPU it would leave one in which the next 700 just fits.
   */
  @Test
  void fgdFillsHoles() {
    SmallCluster jobs = cluster();
    for (int i = 0; i < 4; i++) {
      with(jobs, 2 * i, 1, 700, 0);
      with(jobs, 2 * i + 1, 1, 300, 0);
    }
    RunResult result = jobs.until(1000).run("fifo-fit-first+fgd");

    assertThat(result.jobs()).allMatch(job -> job.starts() == 1);
    // Four GPUs are full, two are whole.
    assertThat(result.usage().stream().mapToDouble(usage -> usage.heldGpuSeconds()).sum())
        .isBetween(3900.0, 4000.0);
    SmallCluster more = cluster();
    for (int i = 0; i < 4; i++) {
      with(more, 2 * i, 1, 700, 0);
      with(more, 2 * i + 1, 1, 300, 0);
    }
    with(with(more, 20, 1, 1000, 0), 21, 1, 1000, 0);
    assertThat(more.until(1000).run("fifo-fit-first+fgd").jobs())
        .allMatch(job -> job.starts() == 1);
  }
}
