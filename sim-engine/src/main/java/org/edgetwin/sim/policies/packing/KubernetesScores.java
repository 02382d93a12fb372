package org.edgetwin.sim.policies.packing;

import org.edgetwin.sim.fleet.NodeSpec;
import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobView;

/**
 * Scores of nodes by CPU, host memory and GPU, with the integer arithmetic of Kubernetes
 * [kubernetes]. A resource that a node has nothing of, or does not count, is left out.
 */
final class KubernetesScores {
  private static final int RESOURCES = 3;

  private KubernetesScores() {}

  /** A score of one resource from what is used with the job, and what there is. */
  private interface Share {
    long of(long used, long capacity);
  }

  /** The emptiest node: mean of {@code (capacity - used) x 100 / capacity}. */
  static NodeScore leastAllocated() {
    return mean((used, capacity) -> (capacity - used) * NodeScore.BEST / capacity);
  }

  /** The fullest node: mean of {@code used x 100 / capacity}. */
  static NodeScore mostAllocated() {
    return mean((used, capacity) -> used * NodeScore.BEST / capacity);
  }

  /**
   * RequestedToCapacityRatio: mean of a piecewise linear function of the utilisation.
   *
   * @param peak utilisation in percent at which a resource scores 100; it scores 0 when empty
   * @param full what it scores when full
   */
  static NodeScore requestedToCapacity(int peak, int full) {
    return mean(
        (used, capacity) -> {
          long percent = used * 100 / capacity;
          return percent <= peak
              ? NodeScore.BEST * percent / Math.max(1, peak)
              : NodeScore.BEST + (full - NodeScore.BEST) * (percent - peak) / (100 - peak);
        });
  }

  private static NodeScore mean(Share share) {
    return (job, node) -> {
      long sum = 0;
      int counted = 0;
      for (int r = 0; r < RESOURCES; r++) {
        long capacity = capacity(node, r);
        if (capacity > 0) {
          sum += share.of(capacity - free(node, r) + demand(job, r), capacity);
          counted++;
        }
      }
      return counted == 0 ? 0 : (int) (sum / counted);
    };
  }

  /**
   * The dot-product rule as [fgd] compares with it: the node where the demand and what is free,
   * both as shares of the node, have the smallest product.
   */
  static NodeScore dotProduct() {
    return (job, node) -> {
      double product = 0;
      int counted = 0;
      for (int r = 0; r < RESOURCES; r++) {
        double capacity = capacity(node, r);
        if (capacity > 0) {
          product += free(node, r) / capacity * (demand(job, r) / capacity);
          counted++;
        }
      }
      return counted == 0 ? 0 : (int) (NodeScore.BEST * (1 - product / counted));
    };
  }

  /**
   * Packs GPUs [fgd]: a share goes to a node with a GPU that is shared already and has room, else
   * to one that has GPUs in use, else to an empty one; whole GPUs to a node that has some in use.
   * Among equals, the node with more in use.
   */
  static NodeScore gpuPacking() {
    return (job, node) -> {
      long capacity = capacity(node, 2);
      long used = capacity - free(node, 2);
      if (capacity == 0 || used == 0) {
        return 0;
      }
      int share = (int) (33 * used / capacity);
      return (!job.demand().wholeGpus() && hasSharedRoom(job, node) ? 66 : 33) + share;
    };
  }

  private static boolean hasSharedRoom(JobView job, NodeView node) {
    for (int gpu = 0; gpu < node.spec().gpuCount(); gpu++) {
      if (node.residentCount(gpu) > 0 && node.freeMilli(gpu) >= job.demand().milliPerGpu()) {
        return true;
      }
    }
    return false;
  }

  private static long capacity(NodeView node, int resource) {
    NodeSpec spec = node.spec();
    long capacity =
        switch (resource) {
          case 0 -> spec.cpuMilli();
          case 1 -> spec.memoryMib();
          default -> (long) spec.gpuCount() * Demand.WHOLE_GPU;
        };
    return capacity >= NodeSpec.PLENTY ? 0 : capacity;
  }

  private static long free(NodeView node, int resource) {
    return switch (resource) {
      case 0 -> node.freeCpuMilli();
      case 1 -> node.freeMemoryMib();
      default -> freeMilli(node);
    };
  }

  static long freeMilli(NodeView node) {
    long free = 0;
    for (int gpu = 0; gpu < node.spec().gpuCount(); gpu++) {
      free += node.freeMilli(gpu);
    }
    return free;
  }

  private static long demand(JobView job, int resource) {
    return switch (resource) {
      case 0 -> job.demand().cpuMilli();
      case 1 -> job.demand().memoryMib();
      default -> job.demand().totalMilli();
    };
  }
}
