package org.edgetwin.sim.policies.hived;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.sim.fleet.Availability;
import org.edgetwin.sim.fleet.Fleet;
import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.fleet.NodeSpec;
import org.edgetwin.sim.fleet.VirtualCluster;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

class OwnCellsTest {
  private static final GpuModel MODEL =
      GpuModel.custom("m").memoryGb(16).memoryBandwidthGbs(900).fp32Tflops(15).build();

  private static NodeSpec node(int gpus, int owner) {
    return new NodeSpec(
        "n", "region", "site", false, MODEL, gpus, 0, 0, 1, owner, Availability.ALWAYS);
  }

  private static Fleet fleet(List<Integer> quotas, NodeSpec... nodes) {
    return new Fleet(
        new FleetSpec(
            quotas.stream().map(q -> new VirtualCluster("v", q)).toList(), List.of(nodes)));
  }

  @Test
  void wholeNodesFirstThenTheLargestCellsOfWhatIsSplitAlready() {
    Fleet fleet =
        fleet(
            List.of(11, 5, VirtualCluster.NO_QUOTA),
            node(8, NodeSpec.SHARED),
            node(8, NodeSpec.SHARED),
            node(8, NodeSpec.SHARED));
    // 8 + 2 + 1, 4 + 1, and the rest; GPUs 4 to 7 of the second node are the larger part of it.
    assertThat(OwnCells.of(fleet, 0)).containsExactly(0b1111_1111, 0b0000_0111, 0);
    assertThat(OwnCells.of(fleet, 1)).containsExactly(0, 0b1111_1000, 0);
    assertThat(OwnCells.of(fleet, 2)).containsExactly(0, 0, 0b1111_1111);
  }

  @Test
  void ownNodesCountTowardsTheQuotaAndBelongToNobodyElse() {
    Fleet fleet =
        fleet(List.of(10, 8), node(8, 0), node(4, NodeSpec.SHARED), node(8, NodeSpec.SHARED));
    assertThat(OwnCells.of(fleet, 0)).containsExactly(0b1111_1111, 0b0011, 0);
    assertThat(OwnCells.of(fleet, 1)).containsExactly(0, 0, 0b1111_1111);
  }

  @Test
  void cellsOfAllAreDisjointAndAsManyAsTheQuotasSay() {
    RandomStream random = new Streams(3, 1).stream("cells");
    for (int i = 0; i < 200; i++) {
      List<NodeSpec> nodes = new ArrayList<>();
      int left = 0;
      for (int n = random.nextInt(1, 6); n > 0; n--) {
        nodes.add(node(random.nextInt(1, 10), NodeSpec.SHARED));
        left += nodes.get(nodes.size() - 1).gpuCount();
      }
      List<Integer> quotas = new ArrayList<>();
      for (int vc = random.nextInt(1, 4); vc > 0; vc--) {
        quotas.add(random.nextInt(0, left));
        left -= quotas.get(quotas.size() - 1);
      }
      Fleet fleet = fleet(quotas, nodes.toArray(NodeSpec[]::new));
      long[] all = new long[nodes.size()];
      for (int vc = 0; vc < quotas.size(); vc++) {
        int count = 0;
        long[] own = OwnCells.of(fleet, vc);
        for (int node = 0; node < own.length; node++) {
          assertThat(all[node] & own[node]).isZero();
          all[node] |= own[node];
          count += Long.bitCount(own[node]);
        }
        assertThat(count).isEqualTo(quotas.get(vc));
      }
    }
  }
}
