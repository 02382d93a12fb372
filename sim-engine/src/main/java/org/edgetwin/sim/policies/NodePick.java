package org.edgetwin.sim.policies;

import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.ClusterView;

/** Which of the interchangeable nodes of a group: lowest index, fewest free GPUs, or most. */
enum NodePick {
  FIRST,
  TIGHTEST,
  EMPTIEST;

  /**
   * A node of the group with so many whole GPUs free, and the CPU and memory that the job needs; or
   * -1.
   */
  int node(ClusterView view, NodeGroupView group, JobView job) {
    Demand demand = job.demand();
    // Without GPUs to look for, the free index does not tell nodes that are up from the others.
    if (demand.gpus() == 0 || demand.cpuMilli() > 0 || demand.memoryMib() > 0) {
      return nodeWithHostResources(view, group, job, job.gpus());
    }
    return switch (this) {
      case FIRST -> group.firstWithFree(job.gpus());
      case TIGHTEST -> group.tightestWithFree(job.gpus());
      case EMPTIEST -> group.emptiestWithFree(job.gpus());
    };
  }

  /** The same with another number of GPUs than the job's: what it needs on its first node. */
  int nodeWithHostResources(ClusterView view, NodeGroupView group, JobView job, int gpus) {
    int best = -1;
    double bestScore = Double.POSITIVE_INFINITY;
    for (int node = group.firstWithFree(gpus); node >= 0; node = group.nextWithFree(gpus, node)) {
      if (!view.plan().hasHostResources(job, node)) {
        continue;
      }
      if (this == FIRST) {
        return node;
      }
      double score = score(view.fleet().node(node).freeGpus());
      if (score < bestScore) {
        best = node;
        bestScore = score;
      }
    }
    return best;
  }

  /** Smaller is better. */
  double score(double free) {
    return switch (this) {
      case FIRST -> 0;
      case TIGHTEST -> free;
      case EMPTIEST -> -free;
    };
  }

  /**
   * A GPU of the group with room for the job's share, packed as {@code node * 64 + gpu}; or -1.
   * Looks at every GPU.
   */
  int sharedGpu(ClusterView view, NodeGroupView group, JobView job) {
    int best = -1;
    double bestScore = Double.POSITIVE_INFINITY;
    int milli = job.demand().milliPerGpu();
    for (int i = 0; i < group.nodeCount(); i++) {
      NodeView node = view.fleet().node(group.node(i));
      for (int gpu = 0; gpu < node.spec().gpuCount(); gpu++) {
        int free = node.freeMilli(gpu);
        if (free < milli
            || score(free) >= bestScore
            || !view.plan().canShare(job, node.index(), gpu, milli)) {
          continue;
        }
        best = node.index() * 64 + gpu;
        bestScore = score(free);
        if (this == FIRST) {
          return best;
        }
      }
    }
    return best;
  }
}
