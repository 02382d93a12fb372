package org.edgetwin.sim.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

/** The allocator against a table of who holds what, on random takes, gives and node changes. */
class FleetPropertyTest {
  private static final int QUOTA = 9;
  private static final GpuModel MODEL =
      GpuModel.custom("gpu").memoryGb(16).memoryBandwidthGbs(900).fp32Tflops(15).build();

  private final RandomStream random = new Streams(8, 1).stream("fleet");
  private final List<Allocation> held = new ArrayList<>();
  private final FleetSpec spec = spec();

  private static FleetSpec spec() {
    List<NodeSpec> nodes = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      nodes.add(
          new NodeSpec(
              "n" + i, "r", "s", false, MODEL, 1 + i, 8000, 8192, 1, -1, Availability.ALWAYS));
    }
    return new FleetSpec(
        List.of(new VirtualCluster("a", QUOTA), new VirtualCluster("b", VirtualCluster.NO_QUOTA)),
        nodes);
  }

  private Allocation draw(int job) {
    int count = random.nextDouble() < 0.2 ? 2 : 1;
    int[] nodes = new int[count];
    long[] masks = new long[count];
    for (int i = 0; i < count; i++) {
      nodes[i] = (random.nextInt(0, 2) + i * 2) % 5;
      masks[i] = random.nextInt(1, (1 << (1 + nodes[i])) - 1);
    }
    boolean shared = count == 1 && random.nextDouble() < 0.4;
    if (shared) {
      masks[0] = Long.highestOneBit(masks[0]);
    }
    return new Allocation(
        job,
        random.nextInt(0, 1),
        0,
        nodes,
        masks,
        LongStream.of(masks).mapToInt(Long::bitCount).sum(),
        shared ? 100 * random.nextInt(1, 9) : 1000,
        1000 * random.nextInt(0, 9),
        1000 * random.nextInt(0, 3),
        1024 * random.nextInt(0, 3));
  }

  private boolean uses(Allocation allocation, int node, int gpu) {
    for (int i = 0; i < allocation.nodes().length; i++) {
      if (allocation.nodes()[i] == node && (allocation.gpuMasks()[i] >>> gpu & 1) != 0) {
        return true;
      }
    }
    return false;
  }

  private boolean isFree(Fleet fleet, Allocation wanted) {
    for (int i = 0; i < wanted.nodes().length; i++) {
      int node = wanted.nodes()[i];
      if (fleet.node(node).state() != NodeState.UP) {
        return false;
      }
      for (int gpu = 0; gpu < spec.nodes().get(node).gpuCount(); gpu++) {
        if (uses(wanted, node, gpu) && !hasRoom(wanted, node, gpu)) {
          return false;
        }
      }
    }
    int first = wanted.nodes()[0];
    int cpu = wanted.cpuMilli();
    int memory = wanted.memoryMib();
    long quota = wanted.totalMilli();
    for (Allocation other : held) {
      cpu += other.nodes()[0] == first ? other.cpuMilli() : 0;
      memory += other.nodes()[0] == first ? other.memoryMib() : 0;
      quota += other.virtualCluster() == wanted.virtualCluster() ? other.totalMilli() : 0;
    }
    return cpu <= 8000
        && memory <= 8192
        && (wanted.virtualCluster() == 1 || quota <= 1000L * QUOTA);
  }

  private boolean hasRoom(Allocation wanted, int node, int gpu) {
    int milli = wanted.milli();
    int memory = wanted.isShared() ? wanted.gpuMemoryMb() : 0;
    for (Allocation other : held) {
      if (uses(other, node, gpu)) {
        milli += other.milli();
        memory += other.gpuMemoryMb();
        if (!other.isShared() || !wanted.isShared()) {
          return false;
        }
      }
    }
    return milli <= 1000 && memory <= 16_000;
  }

  @Test
  void takesExactlyWhatIsFree() {
    Fleet fleet = new Fleet(spec);
    int taken = 0;
    for (int step = 0; step < 20_000; step++) {
      double u = random.nextDouble();
      if (u < 0.55) {
        Allocation wanted = draw(step);
        boolean free = isFree(fleet, wanted);
        assertThat(fleet.canTake(wanted)).isEqualTo(free);
        assertThat(fleet.take(wanted)).as("step %d", step).isEqualTo(free);
        if (free) {
          held.add(wanted);
          taken++;
        }
      } else if (u < 0.95 && !held.isEmpty()) {
        fleet.give(held.remove(random.nextInt(0, held.size() - 1)));
      } else if (u < 0.98) {
        int node = random.nextInt(0, 4);
        boolean up = fleet.node(node).state() == NodeState.UP;
        fleet.setState(node, up ? NodeState.DRAINING : NodeState.UP);
      } else {
        fleet = fleet.copy();
      }
      agrees(fleet);
    }
    assertThat(taken).isGreaterThan(1000);
  }

  private void agrees(Fleet fleet) {
    int freeInGroup = 0;
    for (int node = 0; node < 5; node++) {
      int free = 0;
      for (int gpu = 0; gpu <= node; gpu++) {
        int g = gpu;
        int n = node;
        free += held.stream().noneMatch(allocation -> uses(allocation, n, g)) ? 1 : 0;
        long sharers = held.stream().filter(other -> other.isShared() && uses(other, n, g)).count();
        assertThat(fleet.node(node).residentCount(gpu)).isEqualTo((int) sharers);
      }
      boolean up = fleet.node(node).state() == NodeState.UP;
      assertThat(fleet.node(node).freeGpus()).isEqualTo(up ? free : 0);
      freeInGroup += up ? free : 0;
    }
    assertThat(fleet.group(0).freeGpus()).isEqualTo(freeInGroup);
    long used =
        held.stream()
            .filter(allocation -> allocation.virtualCluster() == 0)
            .mapToLong(Allocation::totalMilli)
            .sum();
    assertThat(fleet.usedMilli(0)).isEqualTo(used);
  }
}
