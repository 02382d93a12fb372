package org.edgetwin.sim.policies.packing;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.EngineNotice;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.PlacementChoice;
import org.edgetwin.sim.scheduling.PlacementPolicy;
import org.edgetwin.sim.scheduling.ScoreTerm;

/**
 * GPU clustering as [fgd] compares with it: jobs of one GPU demand go together, so that nodes stay
 * alike inside. The score is the share of a node's jobs that ask for as many GPUs, or for a share
 * as this one does; an empty node scores 50. It knows the jobs of its own virtual cluster.
 */
final class GpuClustering implements PlacementPolicy {
  private static final Set<EngineNotice.Kind> NOTICES =
      EnumSet.of(
          EngineNotice.Kind.JOB_STARTED,
          EngineNotice.Kind.JOB_PREEMPTED,
          EngineNotice.Kind.JOB_REQUEUED,
          EngineNotice.Kind.JOB_ENDED);

  /** Kind of a job that takes a share of a GPU; others are of the kind of their gang. */
  private static final int SHARE = -1;

  private static final int EMPTY_NODE = 50;

  private final PlacementPolicy fallback;
  private final ScoredPlacement placement;

  /** Jobs on each node, by kind. */
  private final Map<Integer, Map<Integer, Integer>> countByNode = new HashMap<>();

  private final Map<Integer, Place> placeByJob = new HashMap<>();

  private record Place(int kind, int node) {}

  GpuClustering(PlacementPolicy fallback) {
    this.fallback = fallback;
    placement = new ScoredPlacement(this::score, fallback);
  }

  private int score(JobView job, NodeView node) {
    Map<Integer, Integer> counts = countByNode.get(node.index());
    if (counts == null) {
      return EMPTY_NODE;
    }
    int total = 0;
    for (int count : counts.values()) {
      total += count;
    }
    return NodeScore.BEST * counts.getOrDefault(kind(job), 0) / total;
  }

  private static int kind(JobView job) {
    return job.demand().wholeGpus() ? job.gpus() : SHARE;
  }

  @Override
  public Set<EngineNotice.Kind> listensTo() {
    return NOTICES;
  }

  @Override
  public void on(EngineNotice notice, ClusterView view) {
    if (notice instanceof EngineNotice.JobStarted started) {
      JobView job = view.job(started.job());
      Place place = new Place(kind(job), view.nodesOf(job)[0]);
      placeByJob.put(job.id(), place);
      countByNode
          .computeIfAbsent(place.node, node -> new HashMap<>())
          .merge(place.kind, 1, Integer::sum);
    } else if (notice instanceof EngineNotice.JobPreempted preempted) {
      left(preempted.job());
    } else if (notice instanceof EngineNotice.JobRequeued requeued) {
      left(requeued.job());
    } else if (notice instanceof EngineNotice.JobEnded ended) {
      left(ended.job());
    }
  }

  private void left(int job) {
    Place place = placeByJob.remove(job);
    if (place == null) {
      return;
    }
    Map<Integer, Integer> counts = countByNode.get(place.node);
    counts.computeIfPresent(place.kind, (kind, count) -> count == 1 ? null : count - 1);
    if (counts.isEmpty()) {
      countByNode.remove(place.node);
    }
  }

  @Override
  public PlacementChoice choose(JobView job, ClusterView view) {
    return placement.choose(job, view);
  }

  @Override
  public List<ScoreTerm> terms(JobView job, ClusterView view) {
    return placement.terms(job, view);
  }

  @Override
  public Knowledge knowledge() {
    return Knowledge.NONE;
  }

  @Override
  public PlacementPolicy copy() {
    GpuClustering copy = new GpuClustering(fallback.copy());
    placeByJob.forEach(copy.placeByJob::put);
    countByNode.forEach((node, counts) -> copy.countByNode.put(node, new HashMap<>(counts)));
    return copy;
  }
}
