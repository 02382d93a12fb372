package org.edgetwin.sim.policies.packing;

import org.edgetwin.sim.fleet.FleetView;
import org.edgetwin.sim.fleet.NodeSpec;
import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.ClusterView;

/**
 * Best-fit as [fgd] compares with it: the node on which least is left of CPU and GPU, each as a
 * share of the largest node's, with equal weights. CPU that is not counted does not count here
 * either.
 */
final class LeastLeft implements NodeScore {
  private double mostCpuMilli;
  private double mostGpuMilli;

  @Override
  public void begin(ClusterView view) {
    FleetView fleet = view.fleet();
    if (mostGpuMilli > 0) {
      return;
    }
    int mostGpus = 1;
    for (int i = 0; i < fleet.nodeCount(); i++) {
      NodeSpec spec = fleet.node(i).spec();
      mostCpuMilli = Math.max(mostCpuMilli, spec.cpuMilli());
      mostGpus = Math.max(mostGpus, spec.gpuCount());
    }
    mostGpuMilli = (double) Demand.WHOLE_GPU * mostGpus;
  }

  @Override
  public int of(JobView job, NodeView node) {
    double gpuLeft = (KubernetesScores.freeMilli(node) - job.demand().totalMilli()) / mostGpuMilli;
    double cpuLeft =
        mostCpuMilli >= NodeSpec.PLENTY
            ? gpuLeft
            : (node.freeCpuMilli() - job.demand().cpuMilli()) / Math.max(1, mostCpuMilli);
    return (int) (BEST * (1 - (cpuLeft + gpuLeft) / 2));
  }
}
