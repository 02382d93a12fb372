package org.edgetwin.sim.policies.hived;

import org.edgetwin.sim.fleet.FleetView;
import org.edgetwin.sim.fleet.NodeSpec;
import org.edgetwin.sim.fleet.VirtualCluster;
import org.edgetwin.sim.scheduling.Slice;

/**
 * Which cells belong to which virtual cluster: its own nodes, and of the shared ones as many GPUs
 * as its quota goes beyond these. In the order of virtual clusters each takes the first nodes that
 * its quota fills, then for the rest the largest cells that it fills, from nodes that are split
 * already if they have one. Those without a quota have what is left in common.
 *
 * <p>A function of the fleet alone, so the schedulers of all virtual clusters agree on it.
 */
final class OwnCells {
  private final FleetView fleet;

  /** By node: GPUs that nobody owns yet, as bits. */
  private final long[] unowned;

  private OwnCells(FleetView fleet) {
    this.fleet = fleet;
    unowned = new long[fleet.nodeCount()];
    for (int node = 0; node < unowned.length; node++) {
      unowned[node] = ownerOf(node) == NodeSpec.SHARED ? Slice.mask(0, gpusOf(node)) : 0;
    }
  }

  /** By node: the GPUs that belong to a virtual cluster, as bits. */
  static long[] of(FleetView fleet, int virtualCluster) {
    OwnCells cells = new OwnCells(fleet);
    for (int vc = 0; vc < fleet.virtualClusterCount(); vc++) {
      if (fleet.virtualCluster(vc).quotaGpus() != VirtualCluster.NO_QUOTA) {
        long[] taken = cells.take(vc);
        if (vc == virtualCluster) {
          return taken;
        }
      }
    }
    return cells.withOwnNodes(virtualCluster, cells.unowned);
  }

  private long[] take(int virtualCluster) {
    long[] taken = withOwnNodes(virtualCluster, new long[unowned.length]);
    int left = fleet.virtualCluster(virtualCluster).quotaGpus();
    for (long mask : taken) {
      left -= Long.bitCount(mask);
    }
    for (int node = 0; node < unowned.length; node++) {
      int gpus = gpusOf(node);
      if (gpus > 0 && gpus <= left && Long.bitCount(unowned[node]) == gpus) {
        left -= move(Slice.mask(0, gpus), node, taken);
      }
    }
    for (int size = Integer.highestOneBit(Math.max(0, left)); size > 0; size /= 2) {
      int node = left < size ? Cells.NONE : tightest(size);
      while (node != Cells.NONE) {
        int from = Cells.smallestFree(unowned[node], size, gpusOf(node));
        int position = Cells.firstFree(unowned[node], from, gpusOf(node));
        left -= move(Slice.mask(position, size), node, taken);
        node = left < size ? Cells.NONE : tightest(size);
      }
    }
    return taken;
  }

  /** The first node among those whose smallest free cell that is large enough is smallest. */
  private int tightest(int size) {
    int best = Cells.NONE;
    int bestSize = Integer.MAX_VALUE;
    for (int node = 0; node < unowned.length; node++) {
      int free =
          size > gpusOf(node) ? Cells.NONE : Cells.smallestFree(unowned[node], size, gpusOf(node));
      if (free != Cells.NONE && free < bestSize) {
        best = node;
        bestSize = free;
      }
    }
    return best;
  }

  private int move(long mask, int node, long[] taken) {
    unowned[node] &= ~mask;
    taken[node] |= mask;
    return Long.bitCount(mask);
  }

  private long[] withOwnNodes(int virtualCluster, long[] masks) {
    long[] all = masks.clone();
    for (int node = 0; node < all.length; node++) {
      if (ownerOf(node) == virtualCluster) {
        all[node] = Slice.mask(0, gpusOf(node));
      }
    }
    return all;
  }

  private int ownerOf(int node) {
    return fleet.group(fleet.node(node).group()).virtualCluster();
  }

  private int gpusOf(int node) {
    return fleet.node(node).spec().gpuCount();
  }
}
