package org.edgetwin.sim.policies;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.job.Spanning;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.PlacementChoice;
import org.edgetwin.sim.scheduling.PlacementPolicy;
import org.edgetwin.sim.scheduling.ScoreTerm;
import org.edgetwin.sim.scheduling.Slice;

/**
 * The best node now: one candidate of every node group by a {@link NodePick}, the best of them by a
 * {@link Score}; ties go to the lowest node. A gang that fits into no single node and may span
 * takes nodes of the best group that has enough: as few as possible, or in order of their index for
 * {@link NodePick#FIRST}.
 */
final class GreedyPlacement implements PlacementPolicy {
  /** How good a place is for a job, smaller is better. */
  interface Score {
    Score LOWEST = (job, view, group, node, free) -> node;
    Score TIGHTEST_GROUP = (job, view, group, node, free) -> free + group.freeGpus() * 1e-9;
    Score FASTEST =
        (job, view, group, node, free) -> -view.predictedSpeed(job, group, job.gpus() > free);

    /**
     * Scores one candidate.
     *
     * @param node the candidate node, or the first one of a spanning gang
     * @param free free GPUs on it (whole, or thousandths of one GPU for a share)
     */
    double of(JobView job, ClusterView view, NodeGroupView group, int node, int free);
  }

  private final NodePick pick;
  private final Score score;
  private final String meaning;
  private final Knowledge knowledge;

  /**
   * A placement by score.
   *
   * @param meaning of the score, for people
   */
  GreedyPlacement(NodePick pick, Score score, String meaning, Knowledge knowledge) {
    this.pick = pick;
    this.score = score;
    this.meaning = meaning;
    this.knowledge = knowledge;
  }

  @Override
  public PlacementChoice choose(JobView job, ClusterView view) {
    if (!job.demand().wholeGpus()) {
      return share(job, view);
    }
    if (job.gpus() > view.freeGpus()) {
      return PlacementChoice.MISFIT;
    }
    int node = bestNode(job, view);
    if (node >= 0) {
      return Placement.whole(node, job.gpus());
    }
    return job.demand().spanning() == Spanning.ONE_NODE || job.gpus() < 2
        ? PlacementChoice.MISFIT
        : span(job, view);
  }

  /** The best place in a group for a job that stands on one node. */
  private void addTerm(JobView job, ClusterView view, NodeGroupView group, List<ScoreTerm> terms) {
    boolean whole = job.demand().wholeGpus();
    int place = whole ? pick.node(view, group, job) : pick.sharedGpu(view, group, job);
    if (place < 0) {
      return;
    }
    NodeView node = view.fleet().node(whole ? place : place / 64);
    int free = whole ? node.freeGpus() : node.freeMilli(place % 64);
    terms.add(
        new ScoreTerm(
            whole ? node.spec().name() : node.spec().name() + ", GPU " + place % 64,
            meaning + ", smallest first",
            score.of(job, view, group, node.index(), free)));
  }

  /** The fewest nodes of one group, the tightest among equals. */
  static PlacementChoice inGroup(JobView job, ClusterView view, NodeGroupView group) {
    if (job.gpus() > Math.min(view.freeGpus(), group.freeGpus())) {
      return PlacementChoice.MISFIT;
    }
    int node = NodePick.TIGHTEST.node(view, group, job);
    if (node >= 0) {
      return Placement.whole(node, job.gpus());
    }
    if (job.demand().spanning() == Spanning.ONE_NODE || job.gpus() < 2) {
      return PlacementChoice.MISFIT;
    }
    List<Slice> slices = withHostFirst(fewest(group, job.gpus()), job, view, group);
    return slices.isEmpty() ? PlacementChoice.MISFIT : Placement.whole(slices);
  }

  private int bestNode(JobView job, ClusterView view) {
    int best = -1;
    double bestScore = Double.POSITIVE_INFINITY;
    for (int i = 0; i < view.groupCount(); i++) {
      NodeGroupView group = view.group(i);
      if (!view.plan().accepts(job, group.index())) {
        continue;
      }
      int node = pick.node(view, group, job);
      if (node < 0) {
        continue;
      }
      double nodeScore = score.of(job, view, group, node, view.fleet().node(node).freeGpus());
      if (best < 0 || nodeScore < bestScore || (nodeScore == bestScore && node < best)) {
        best = node;
        bestScore = nodeScore;
      }
    }
    return best;
  }

  private PlacementChoice share(JobView job, ClusterView view) {
    int best = -1;
    double bestScore = Double.POSITIVE_INFINITY;
    for (int i = 0; i < view.groupCount(); i++) {
      NodeGroupView group = view.group(i);
      if (!view.plan().accepts(job, group.index())) {
        continue;
      }
      int gpu = pick.sharedGpu(view, group, job);
      if (gpu < 0) {
        continue;
      }
      NodeView node = view.fleet().node(gpu / 64);
      double gpuScore = score.of(job, view, group, node.index(), node.freeMilli(gpu % 64));
      if (best < 0 || gpuScore < bestScore || (gpuScore == bestScore && gpu < best)) {
        best = gpu;
        bestScore = gpuScore;
      }
    }
    return best < 0
        ? PlacementChoice.MISFIT
        : Placement.shared(best / 64, best % 64, job.demand().milliPerGpu());
  }

  private PlacementChoice span(JobView job, ClusterView view) {
    List<Slice> best = null;
    double bestScore = Double.POSITIVE_INFINITY;
    for (int i = 0; i < view.groupCount(); i++) {
      NodeGroupView group = view.group(i);
      if (group.freeGpus() < job.gpus() || !view.plan().accepts(job, group.index())) {
        continue;
      }
      List<Slice> slices =
          pick == NodePick.FIRST ? inOrder(view, group, job.gpus()) : fewest(group, job.gpus());
      slices = withHostFirst(slices, job, view, group);
      if (slices.isEmpty()) {
        continue;
      }
      double groupScore = score.of(job, view, group, slices.get(0).node(), slices.get(0).count());
      if (best == null || groupScore < bestScore) {
        best = slices;
        bestScore = groupScore;
      }
    }
    return best == null ? PlacementChoice.MISFIT : Placement.whole(best);
  }

  /**
   * The first node gives the CPU and host memory: the same slices with one that can in front; if
   * none of them can, a node of the group that can takes GPUs from the last ones; empty if there is
   * no such node.
   */
  private static List<Slice> withHostFirst(
      List<Slice> slices, JobView job, ClusterView view, NodeGroupView group) {
    for (int i = 0; i < slices.size(); i++) {
      if (view.plan().hasHostResources(job, slices.get(i).node())) {
        Collections.swap(slices, 0, i);
        return slices;
      }
    }
    int host = NodePick.FIRST.nodeWithHostResources(view, group, job, 1);
    if (host < 0) {
      return List.of();
    }
    List<Slice> hosted = new ArrayList<>();
    int left = Math.min(job.gpus(), view.fleet().node(host).freeGpus());
    hosted.add(Slice.of(host, left));
    left = job.gpus() - left;
    for (Slice slice : slices) {
      int count = Math.min(left, slice.count());
      if (count > 0) {
        hosted.add(Slice.of(slice.node(), count));
        left -= count;
      }
    }
    return hosted;
  }

  private static List<Slice> inOrder(ClusterView view, NodeGroupView group, int gpus) {
    List<Slice> slices = new ArrayList<>();
    int left = gpus;
    for (int node = group.firstWithFree(1); left > 0; node = group.nextWithFree(1, node)) {
      int free = Math.min(left, view.fleet().node(node).freeGpus());
      slices.add(Slice.of(node, free));
      left -= free;
    }
    return slices;
  }

  /** The nodes with the most free GPUs first; for the rest, the tightest node that holds it. */
  private static List<Slice> fewest(NodeGroupView group, int gpus) {
    List<Slice> slices = new ArrayList<>();
    int left = gpus;
    for (int free = group.maxGpusPerNode(); free > 0 && left > 0; free--) {
      int node = group.firstWithExactly(free);
      while (node >= 0 && left >= free) {
        slices.add(Slice.of(node, free));
        left -= free;
        node = group.nextWithExactly(free, node);
      }
      if (node >= 0 && left > 0 && !holdsTighter(group, left, free)) {
        slices.add(Slice.of(node, left));
        left = 0;
      }
    }
    return slices;
  }

  private static boolean holdsTighter(NodeGroupView group, int gpus, int below) {
    for (int free = gpus; free < below; free++) {
      if (group.firstWithExactly(free) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** The best node of each group, as it is scored for a gang of whole GPUs on one node. */
  @Override
  public List<ScoreTerm> terms(JobView job, ClusterView view) {
    List<ScoreTerm> terms = new ArrayList<>();
    for (int i = 0; i < view.groupCount(); i++) {
      NodeGroupView group = view.group(i);
      if (view.plan().accepts(job, group.index())) {
        addTerm(job, view, group, terms);
      }
    }
    return terms;
  }

  @Override
  public Knowledge knowledge() {
    return knowledge;
  }

  @Override
  public PlacementPolicy copy() {
    return this;
  }
}
