package org.edgetwin.sim.policies;

import java.util.List;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.PlacementChoice;
import org.edgetwin.sim.scheduling.PlacementPolicy;
import org.edgetwin.sim.scheduling.ScoreTerm;

/**
 * The node on which a job would wait least for its data, by {@link ClusterView#stagingSeconds}; the
 * lowest among equals, so that without a network it is first-fit.
 *
 * <p>Looks at every node of community groups that fits, whose disks differ, and at one of every
 * other group. Shares of a GPU and gangs over several nodes go to the group whose first candidate
 * waits least.
 */
final class DataLocalPlacement implements PlacementPolicy {
  private final GreedyPlacement byGroup =
      new GreedyPlacement(
          NodePick.FIRST,
          (job, view, group, node, free) -> view.stagingSeconds(job, node),
          "seconds of waiting for its data",
          Knowledge.NONE);

  @Override
  public PlacementChoice choose(JobView job, ClusterView view) {
    if (!job.demand().wholeGpus() || job.gpus() > view.freeGpus()) {
      return byGroup.choose(job, view);
    }
    int best = -1;
    double bestSeconds = Double.POSITIVE_INFINITY;
    for (int i = 0; i < view.groupCount(); i++) {
      NodeGroupView group = view.group(i);
      int node =
          view.plan().accepts(job, group.index()) ? NodePick.FIRST.node(view, group, job) : -1;
      while (node >= 0) {
        double seconds = view.stagingSeconds(job, node);
        if (seconds < bestSeconds || (seconds == bestSeconds && node < best)) {
          best = node;
          bestSeconds = seconds;
        }
        node = group.community() && seconds > 0 ? next(view, group, job, node) : -1;
      }
    }
    return best < 0 ? byGroup.choose(job, view) : Placement.whole(best, job.gpus());
  }

  private static int next(ClusterView view, NodeGroupView group, JobView job, int node) {
    int next = group.nextWithFree(job.gpus(), node);
    while (next >= 0 && !view.plan().hasHostResources(job, next)) {
      next = group.nextWithFree(job.gpus(), next);
    }
    return next;
  }

  /** How long it would wait for its data on the first node of each group. */
  @Override
  public List<ScoreTerm> terms(JobView job, ClusterView view) {
    return byGroup.terms(job, view);
  }

  @Override
  public Knowledge knowledge() {
    return Knowledge.NONE;
  }

  @Override
  public PlacementPolicy copy() {
    return this;
  }
}
