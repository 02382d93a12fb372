package org.edgetwin.sim.engine;

import org.edgetwin.gpu.ContentionModel;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.sim.fleet.Allocation;

/**
 * How fast jobs run where they are. Costs as much as there are neighbours on the touched GPUs, not
 * jobs in the system.
 */
final class Rates {
  private final SimulatedCluster cluster;
  private final ContentionModel contention;
  private WorkloadClass[] others = new WorkloadClass[8];

  Rates(SimulatedCluster cluster, ContentionModel contention) {
    this.cluster = cluster;
    this.contention = contention;
  }

  /** Reference seconds of work per second of a job on the GPUs it holds. */
  double rate(Job job) {
    Allocation allocation = job.allocation;
    double alone = job.shape.speed(allocation.group(), allocation.nodes().length > 1);
    return allocation.isShared() ? alone * retained(job) : alone;
  }

  /** A gang goes as fast as its slowest worker. */
  private double retained(Job job) {
    double least = 1;
    Allocation allocation = job.allocation;
    for (int i = 0; i < allocation.nodes().length; i++) {
      for (long rest = allocation.gpuMasks()[i]; rest != 0; rest &= rest - 1) {
        int gpu = Long.numberOfTrailingZeros(rest);
        least = Math.min(least, retained(job, allocation.nodes()[i], gpu, null));
      }
    }
    return least;
  }

  /** What a job keeps of its speed on one GPU, with a newcomer or without. */
  private double retained(Job job, int node, int gpu, Job newcomer) {
    int[] residents = cluster.fleet().residents(node, gpu);
    if (others.length <= residents.length) {
      others = new WorkloadClass[residents.length * 2];
    }
    int count = 0;
    for (int resident : residents) {
      if (resident != job.id) {
        others[count++] = cluster.job(resident).workload();
      }
    }
    if (newcomer != null && newcomer != job) {
      others[count++] = newcomer.workload();
    }
    GpuModel model = cluster.fleet().node(node).spec().gpuModel();
    return contention.retained(job.workload(), model, others, count);
  }

  /** Whether a job and all who are on a GPU would still make progress together. */
  boolean wouldRun(Job newcomer, int node, int gpu) {
    int[] residents = cluster.fleet().residents(node, gpu);
    if (residents.length == 0) {
      return true;
    }
    for (int resident : residents) {
      if (!(retained(cluster.job(resident), node, gpu, newcomer) > 0)) {
        return false;
      }
    }
    return retained(newcomer, node, gpu, newcomer) > 0;
  }

  /** Whether a job and all who share its GPUs would still make progress together. */
  boolean wouldRun(Job newcomer, Allocation allocation) {
    for (int i = 0; allocation.isShared() && i < allocation.nodes().length; i++) {
      for (long rest = allocation.gpuMasks()[i]; rest != 0; rest &= rest - 1) {
        if (!wouldRun(newcomer, allocation.nodes()[i], Long.numberOfTrailingZeros(rest))) {
          return false;
        }
      }
    }
    return true;
  }

  /** Gives everybody who shares a GPU with an allocation the rate they have now. */
  void refreshNeighbours(Allocation allocation) {
    if (!allocation.isShared()) {
      return;
    }
    for (int i = 0; i < allocation.nodes().length; i++) {
      for (long rest = allocation.gpuMasks()[i]; rest != 0; rest &= rest - 1) {
        int gpu = Long.numberOfTrailingZeros(rest);
        for (int resident : cluster.fleet().residents(allocation.nodes()[i], gpu)) {
          if (resident != allocation.job()) {
            cluster.lifecycle().changeRate(cluster.job(resident));
          }
        }
      }
    }
  }
}
