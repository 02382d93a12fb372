package org.edgetwin.sim.policies.packing;

import java.util.List;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.fleet.NodeState;
import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.job.Spanning;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.PlacementChoice;
import org.edgetwin.sim.scheduling.PlacementPolicy;
import org.edgetwin.sim.scheduling.ScoreTerm;

/**
 * The scheduling cycle of Kubernetes for one job: of the nodes on which it fits, the one with the
 * highest score [kubernetes]; ties go to the first node, where Kubernetes draws. A share goes to
 * the GPU of that node with the least room that will do. A gang is placed as a whole, as with Kueue
 * or Volcano; one that fits on no single node goes where first-fit puts it.
 *
 * <p>Complexity: O(nodes).
 */
final class ScoredPlacement implements PlacementPolicy {
  private static final int NONE = -1;

  private final NodeScore score;
  private final PlacementPolicy fallback;

  ScoredPlacement(NodeScore score, PlacementPolicy fallback) {
    this.score = score;
    this.fallback = fallback;
  }

  @Override
  public void begin(ClusterView view) {
    score.begin(view);
    fallback.begin(view);
  }

  @Override
  public PlacementChoice choose(JobView job, ClusterView view) {
    int best = NONE;
    int bestScore = NONE;
    for (int i = 0; i < view.groupCount(); i++) {
      NodeGroupView group = view.group(i);
      if (!view.plan().accepts(job, group.index())) {
        continue;
      }
      for (int j = 0; j < group.nodeCount(); j++) {
        NodeView node = view.fleet().node(group.node(j));
        if (fits(job, node)) {
          int nodeScore = score.of(job, node);
          if (nodeScore > bestScore || (nodeScore == bestScore && node.index() < best)) {
            best = node.index();
            bestScore = nodeScore;
          }
        }
      }
    }
    if (best == NONE) {
      return maySpan(job) ? fallback.choose(job, view) : PlacementChoice.MISFIT;
    }
    if (job.demand().wholeGpus()) {
      // The quota is all that could still be in the way.
      return job.gpus() > view.freeGpus()
          ? PlacementChoice.MISFIT
          : Placement.whole(best, job.gpus());
    }
    int gpu = tightest(job, view.fleet().node(best));
    int milli = job.demand().milliPerGpu();
    return view.plan().canShare(job, best, gpu, milli)
        ? Placement.shared(best, gpu, milli)
        : fallback.choose(job, view);
  }

  @Override
  public List<ScoreTerm> terms(JobView job, ClusterView view) {
    begin(view);
    BestNodes best = new BestNodes();
    for (int i = 0; i < view.groupCount(); i++) {
      NodeGroupView group = view.group(i);
      for (int j = 0; j < group.nodeCount(); j++) {
        NodeView node = view.fleet().node(group.node(j));
        if (view.plan().accepts(job, group.index()) && fits(job, node)) {
          best.add(node, score.of(job, node));
        }
      }
    }
    return best.terms();
  }

  /** Whether a job that fits on no single node may stand on several. */
  static boolean maySpan(JobView job) {
    return job.gpus() > 1 && job.demand().spanning() != Spanning.ONE_NODE;
  }

  private static boolean fits(JobView job, NodeView node) {
    return node.state() == NodeState.UP
        && node.freeCpuMilli() >= job.demand().cpuMilli()
        && node.freeMemoryMib() >= job.demand().memoryMib()
        && (job.demand().wholeGpus() ? node.freeGpus() >= job.gpus() : tightest(job, node) != NONE);
  }

  /** The GPU with the least room for a share, the lowest of several. */
  private static int tightest(JobView job, NodeView node) {
    int best = NONE;
    for (int gpu = 0; gpu < node.spec().gpuCount(); gpu++) {
      int free = node.freeMilli(gpu);
      if (free >= job.demand().milliPerGpu()
          && node.freeGpuMemoryGb(gpu) >= job.demand().gpuMemoryGb()
          && (best == NONE || free < node.freeMilli(best))) {
        best = gpu;
      }
    }
    return best;
  }

  @Override
  public Knowledge knowledge() {
    return Knowledge.NONE;
  }

  @Override
  public PlacementPolicy copy() {
    return new ScoredPlacement(score, fallback.copy());
  }
}
