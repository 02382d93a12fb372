package org.edgetwin.sim.policies.hived;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.edgetwin.sim.engine.SmallCluster;
import org.edgetwin.sim.fleet.VirtualCluster;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Spanning;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.Attempt;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umontreal.ssj.rng.RandomStream;

class HivedTest {
  private static final String HIVED = "fifo-fit-first+hived";

  private static void add(
      SmallCluster cluster, double time, int gpus, int milli, double work, int virtualCluster) {
    cluster
        .job(time, SmallCluster.demand(gpus, milli, 0), work, Terms.NONE, Recovery.DEFAULT)
        .of(virtualCluster);
  }

  /** Node and GPUs of the attempt of each job, in order of submission. */
  private static List<String> places(RunResult result) {
    return result.attempts().stream()
        .sorted(Comparator.comparingInt(Attempt::job))
        .map(HivedTest::place)
        .toList();
  }

  private static String place(Attempt attempt) {
    StringBuilder place = new StringBuilder();
    for (int i = 0; i < attempt.nodes().length; i++) {
      place.append(place.isEmpty() ? "" : " ");
      place.append(attempt.nodes()[i]).append(':');
      place.append(Long.toBinaryString(attempt.gpuMasks()[i]));
    }
    return place.toString();
  }

  /**
   * Two virtual clusters of eight GPUs on two nodes of eight. Both run jobs of one GPU, which come
   * in turn. When those of the first have ended, it asks for all its eight at once.
   */
  private static RunResult brokenUp(String scheduler) {
    SmallCluster cluster = new SmallCluster().node(1, 8).node(1, 8).tenant(8).tenant(8);
    for (int i = 0; i < 16; i++) {
      add(cluster, i * 0.1, 1, 1000, i % 2 == 0 ? 10 : 1000, i % 2);
    }
    add(cluster, 20, 8, 1000, 10, 0);
    return cluster.run(scheduler);
  }

  @Test
  void aGangWithinTheQuotaNeverWaitsForWhatOthersBrokeUp() {
    assertThat(brokenUp(HIVED).jobs().get(16).firstStartTime()).isEqualTo(20);
    // By the number of GPUs alone the quota would be kept too, but no node is free.
    assertThat(brokenUp("fifo-fit-first+first-fit").jobs().get(16).firstStartTime())
        .isGreaterThan(1000);
    assertThat(brokenUp("fifo-fit-first+best-fit").jobs().get(16).firstStartTime())
        .isGreaterThan(1000);
  }

  /** A virtual cluster meets the same as if it had a cluster of its cells for itself. */
  @Test
  void whatOthersDoDoesNotMatter() {
    RandomStream random = new Streams(11, 1).stream("jobs");
    SmallCluster shared = new SmallCluster().node(1, 8).node(1, 8).node(1, 8).tenant(12).tenant(12);
    SmallCluster alone = new SmallCluster().node(1, 8).node(1, 4).tenant(12);
    double time = 0;
    for (int i = 0; i < 400; i++) {
      time += random.nextDouble();
      int gpus = 1 << random.nextInt(0, 3);
      double work = 20 * random.nextDouble() / gpus;
      boolean first = random.nextDouble() < 0.5;
      add(shared, time, gpus, 1000, work, first ? 0 : 1);
      if (first) {
        add(alone, time, gpus, 1000, work, 0);
      }
    }
    assertThat(starts(shared.run(HIVED))).isEqualTo(starts(alone.run(HIVED)));
  }

  private static List<Double> starts(RunResult result) {
    return result.jobs().stream()
        .filter(job -> job.virtualCluster() == 0)
        .map(JobRecord::firstStartTime)
        .toList();
  }

  @Test
  void jobsGoToCellsOfTheirSize() {
    SmallCluster cluster = new SmallCluster().node(1, 8).node(1, 8);
    // 1, then 2, then 1: the first splits a node, the others find cells of their sizes there.
    cluster.job(0, 1, 100).job(1, 2, 100).job(2, 1, 100).job(3, 4, 100).job(4, 8, 100);
    assertThat(places(cluster.run(HIVED)))
        .containsExactly("0:1", "0:1100", "0:10", "0:11110000", "1:11111111");
  }

  /** The one that came first ends; its half merges with the other and a pair fits again. */
  @Test
  void halvesMerge() {
    SmallCluster cluster = new SmallCluster().node(1, 2);
    cluster.job(0, 1, 10).job(1, 1, 10).job(2, 2, 10);
    RunResult result = cluster.run(HIVED);
    assertThat(result.jobs().get(2).firstStartTime()).isEqualTo(11);
  }

  @Test
  void sharesGoTogether() {
    SmallCluster cluster =
        new SmallCluster().node(1, 4).tenant(2).tenant(VirtualCluster.NO_QUOTA).until(100);
    add(cluster, 0, 1, 600, 1e6, 1);
    add(cluster, 1, 1, 600, 1e6, 1);
    add(cluster, 2, 1, 400, 1e6, 1);
    // The first virtual cluster owns GPUs 0 and 1.
    add(cluster, 3, 1, 300, 1e6, 0);
    assertThat(places(cluster.run(HIVED))).containsExactly("0:100", "0:1000", "0:100", "0:1");
  }

  @Test
  void aGangLargerThanANodeTakesNodesAndACellForTheRest() {
    SmallCluster cluster = new SmallCluster().node(1, 4).node(1, 4).node(1, 4).until(100);
    cluster.job(0, 1, 1e6);
    Demand gang = Demand.gang(7).withSpanning(Spanning.MANY_NODES);
    cluster.job(1, gang, 1e6, Terms.NONE, Recovery.DEFAULT);
    // One whole node, and three of a cell of four: the second whole node.
    assertThat(places(cluster.run(HIVED))).containsExactly("0:1", "1:1111 2:111");
  }

  @Test
  void aGangThatItsCellsCannotHoldIsLeftToFirstFit() {
    SmallCluster cluster = new SmallCluster().node(1, 8).node(1, 8).tenant(6).tenant(10).until(100);
    // 4 + 2 GPUs of the first node hold no 5.
    add(cluster, 0, 5, 1000, 10, 0);
    RunResult result = cluster.run(HIVED);
    assertThat(places(result)).containsExactly("0:11111");
  }

  /** Whatever chooses the nodes: what others do in their cells breaks no place up. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "first-fit",
        "best-fit",
        "worst-fit",
        "consolidate",
        "fastest-gpu",
        "random",
        "wait(durations=oracle)",
        "fgd",
        "dot-product",
        "gpu-clustering",
        "k8s-least"
      })
  void aGangWithinTheQuotaNeverWaitsUnderAnyPlacement(String placement) {
    RunResult result = brokenUp("fifo-fit-first+" + placement + "+hived");
    assertThat(result.jobs().get(16).firstStartTime()).isEqualTo(20);
  }

  /** Cells are where the placement around which they are wants them, and the smallest there. */
  @Test
  void theOtherPlacementChoosesTheNode() {
    SmallCluster cluster = new SmallCluster().node(1, 8).node(1, 8).until(50);
    cluster.job(0, 1, 100).job(1, 2, 100).job(2, 1, 100).job(3, 1, 100);
    assertThat(places(cluster.run("fifo+worst-fit+hived")))
        .containsExactly("0:1", "1:11", "0:10", "0:100");
    assertThat(places(cluster.run("fifo+best-fit+hived")))
        .containsExactly("0:1", "0:1100", "0:10", "0:10000");
  }

  /** Six GPUs are free on the first node, but the largest cell is of four: five do not fit. */
  @Test
  void aGangFitsIfAndOnlyIfAFreeCellHoldsIt() {
    SmallCluster cluster = new SmallCluster().node(1, 8).until(50);
    cluster.job(0, 2, 100).job(1, 5, 10).job(2, 4, 10);
    RunResult result = cluster.run("fifo-fit-first+first-fit+hived");
    assertThat(places(result)).containsExactly("0:11", "0:11110000");
  }

  @Test
  void sharesGoToOwnGpusWhereTheOtherPlacementSays() {
    SmallCluster cluster = new SmallCluster().node(1, 4).tenant(2).tenant(2).until(100);
    add(cluster, 0, 1, 600, 1e6, 1);
    add(cluster, 1, 1, 300, 1e6, 1);
    add(cluster, 2, 1, 300, 1e6, 0);
    assertThat(places(cluster.run("fifo+worst-fit+hived")))
        .containsExactly("0:100", "0:1000", "0:1");
    assertThat(places(cluster.run("fifo+best-fit+hived"))).containsExactly("0:100", "0:100", "0:1");
  }

  @Test
  void aGangThatCellsCannotHoldIsLeftToThePlacementAround() {
    SmallCluster cluster = new SmallCluster().node(1, 8).node(1, 8).tenant(6).tenant(10).until(100);
    add(cluster, 0, 5, 1000, 10, 0);
    assertThat(places(cluster.run("fifo+worst-fit+hived"))).containsExactly("0:11111");
    assertThat(places(cluster.run("fifo+hived"))).containsExactly("0:11111");
  }
}
