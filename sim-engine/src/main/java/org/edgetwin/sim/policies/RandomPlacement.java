package org.edgetwin.sim.policies;

import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.PlacementChoice;
import org.edgetwin.sim.scheduling.PlacementPolicy;
import umontreal.ssj.rng.RandomStream;

/**
 * A node drawn uniformly from all that fit; for a share, a GPU. A gang that must span nodes goes
 * where first-fit puts it. Looks at every node that fits.
 */
final class RandomPlacement implements PlacementPolicy {
  private final RandomStream stream;
  private final PlacementPolicy fallback;

  RandomPlacement(RandomStream stream, PlacementPolicy fallback) {
    this.stream = stream;
    this.fallback = fallback;
  }

  @Override
  public PlacementChoice choose(JobView job, ClusterView view) {
    if (!job.demand().wholeGpus()) {
      return share(job, view);
    }
    if (job.gpus() > view.freeGpus()) {
      return fallback.choose(job, view);
    }
    int seen = 0;
    int chosen = -1;
    for (int i = 0; i < view.groupCount(); i++) {
      NodeGroupView group = view.group(i);
      if (!view.plan().accepts(job, group.index())) {
        continue;
      }
      int gpus = job.gpus();
      for (int node = group.firstWithFree(gpus); node >= 0; node = group.nextWithFree(gpus, node)) {
        // Each node so far is chosen with the same probability.
        if (view.plan().hasHostResources(job, node) && stream.nextDouble() * ++seen < 1) {
          chosen = node;
        }
      }
    }
    return chosen < 0 ? fallback.choose(job, view) : Placement.whole(chosen, job.gpus());
  }

  private PlacementChoice share(JobView job, ClusterView view) {
    int milli = job.demand().milliPerGpu();
    int seen = 0;
    PlacementChoice chosen = PlacementChoice.MISFIT;
    for (int i = 0; i < view.groupCount(); i++) {
      NodeGroupView group = view.group(i);
      if (!view.plan().accepts(job, group.index())) {
        continue;
      }
      for (int j = 0; j < group.nodeCount(); j++) {
        int node = group.node(j);
        for (int gpu = 0; gpu < view.fleet().node(node).spec().gpuCount(); gpu++) {
          if (view.plan().canShare(job, node, gpu, milli) && stream.nextDouble() * ++seen < 1) {
            chosen = Placement.shared(node, gpu, milli);
          }
        }
      }
    }
    return chosen;
  }

  @Override
  public Knowledge knowledge() {
    return Knowledge.NONE;
  }

  @Override
  public PlacementPolicy copy() {
    return new RandomPlacement(Streams.copyOf(stream), fallback.copy());
  }
}
