package org.edgetwin.sim.policies;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.fleet.NodeSpec;
import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.Slice;

/**
 * When nodes will have free GPUs: what running jobs are predicted to give back, less what has been
 * claimed in this decision pass. Sees the plan as it is at each question.
 *
 * <p>Complexity of a question: O(jobs and claims on the node).
 */
public final class NodeCalendar {
  /** Of a claim for whole GPUs: which ones, and whose, is of no interest. */
  private static final int ANY = -1;

  /**
   * GPUs of a node that are spoken for in a time to come.
   *
   * @param gpu the GPU of which a share is claimed, else {@link #ANY}
   * @param job who claims the share, else {@link #ANY}
   */
  private record Claim(double start, double end, int gpus, int gpu, int job) {}

  /** Lists of some nodes; forgetting them costs as much as was put in. */
  private static final class ByNode<T> {
    private final List<List<T>> lists = new ArrayList<>();
    private final List<List<T>> used = new ArrayList<>();

    void add(int node, T item) {
      while (lists.size() <= node) {
        lists.add(new ArrayList<>());
      }
      List<T> list = lists.get(node);
      if (list.isEmpty()) {
        used.add(list);
      }
      list.add(item);
    }

    List<T> of(int node) {
      return node < lists.size() ? lists.get(node) : List.of();
    }

    void clear() {
      used.forEach(List::clear);
      used.clear();
    }
  }

  private final ByNode<Claim> claims = new ByNode<>();
  private final ByNode<JobView> running = new ByNode<>();

  /** A decision pass begins: no claims yet. */
  public void begin(ClusterView view) {
    claims.clear();
    running.clear();
    view.forEachRunning(
        id -> {
          JobView job = view.job(id);
          for (int node : view.nodesOf(job)) {
            running.add(node, job);
          }
        });
  }

  /**
   * Speaks for GPUs of a node.
   *
   * @param start seconds since the start of the run; if it is now, the plan must have taken them
   */
  public void claim(int node, double start, double end, int gpus) {
    claims.add(node, new Claim(start, end, gpus, ANY, ANY));
  }

  /**
   * Speaks for a share of one GPU of a node.
   *
   * @param start as for {@link #claim}
   */
  public void claimShare(JobView job, int node, int gpu, double start, double end) {
    claims.add(node, new Claim(start, end, 1, gpu, job.id()));
  }

  /** Speaks for whole GPUs that a job starts on now; the plan must have taken them. */
  public void claim(Placement gpus, double end, ClusterView view) {
    for (Slice slice : gpus.slices()) {
      claim(slice.node(), view.now(), end, slice.count());
    }
  }

  /** Jobs that held GPUs of a node when the pass began. */
  public List<JobView> running(int node) {
    return running.of(node);
  }

  /** Whether a queued job could start now on a node, and end before others need it. */
  public boolean isFree(JobView job, NodeView node, double duration, ClusterView view) {
    return node.freeGpus() >= job.gpus()
        && view.plan().hasHostResources(job, node.index())
        && isUnclaimed(node, job.gpus(), duration, view);
  }

  private boolean isUnclaimed(NodeView node, int gpus, double duration, ClusterView view) {
    return claims.of(node.index()).isEmpty()
        || profile(node, view).earliest(gpus, duration) <= view.now();
  }

  /**
   * Whether whole GPUs that are free in the plan can be used until an instant before others need
   * them.
   */
  public boolean isFree(Placement gpus, double end, ClusterView view) {
    for (Slice slice : gpus.slices()) {
      NodeView node = view.fleet().node(slice.node());
      if (!isUnclaimed(node, slice.count(), end - view.now(), view)) {
        return false;
      }
    }
    return true;
  }

  /**
   * When a job could start on a node, later than now, seconds since the start of the run; positive
   * infinity if never.
   */
  public double earliest(JobView job, NodeView node, double duration, ClusterView view) {
    return Math.max(
        hostResourcesFrom(node, job, view), profile(node, view).earliest(job.gpus(), duration));
  }

  /**
   * Whether a share of a GPU, or of one that nobody is on, may be used for a time: no later claim
   * is on it, and when those who share it have left, no whole GPU that is claimed is missing.
   */
  boolean isShareFree(NodeView node, int gpu, double start, double end, ClusterView view) {
    if (claims.of(node.index()).isEmpty()) {
      return true;
    }
    for (Claim claim : claims.of(node.index())) {
      if (claim.gpu() == gpu && claim.start() > view.now() && claim.start() < end) {
        return false;
      }
    }
    double last = Math.max(view.now(), lastEnd(node, gpu, view));
    if (end <= last) {
      return true;
    }
    Profile profile = profile(node, view);
    if (last > view.now()) {
      profile.change(view.now(), last, 1);
    }
    return profile.earliest(1, end - view.now()) <= view.now();
  }

  /** Whether somebody has claimed a share of a GPU for later. */
  boolean isShareClaimed(int node, int gpu, ClusterView view) {
    for (Claim claim : claims.of(node)) {
      if (claim.gpu() == gpu && claim.start() > view.now()) {
        return true;
      }
    }
    return false;
  }

  /**
   * When a job that shares a GPU of a node in the plan is predicted to end; positive infinity if
   * nothing is known.
   */
  double end(int id, int node, ClusterView view) {
    JobView job = view.job(id);
    if (job.virtualCluster() != view.virtualCluster()) {
      return Double.POSITIVE_INFINITY;
    }
    for (Claim claim : claims.of(node)) {
      if (claim.job() == id && claim.start() <= view.now()) {
        return claim.end();
      }
    }
    return job.state().holdsGpus() ? view.predictedEnd(job) : Double.POSITIVE_INFINITY;
  }

  /**
   * When all who share a GPU in the plan, and whoever has claimed a share of it, will have left.
   */
  private double lastEnd(NodeView node, int gpu, ClusterView view) {
    double last = 0;
    for (int resident : node.residents(gpu)) {
      last = Math.max(last, end(resident, node.index(), view));
    }
    for (Claim claim : claims.of(node.index())) {
      last = claim.gpu() == gpu && claim.start() > view.now() ? Math.max(last, claim.end()) : last;
    }
    return last;
  }

  /**
   * When a node may have the CPU and host memory that the job needs, later than now: if not yet,
   * when the first job on it is predicted to end; positive infinity if none of this virtual cluster
   * is there.
   */
  private double hostResourcesFrom(NodeView node, JobView job, ClusterView view) {
    NodeSpec spec = node.spec();
    if (spec.cpuMilli() < job.demand().cpuMilli() || spec.memoryMib() < job.demand().memoryMib()) {
      return Double.POSITIVE_INFINITY;
    }
    double moment = Math.nextUp(view.now());
    if (view.plan().hasHostResources(job, node.index())) {
      return moment;
    }
    double first = Double.POSITIVE_INFINITY;
    for (JobView other : running(node.index())) {
      first = view.plan().holds(other) ? Math.min(first, view.predictedEnd(other)) : first;
    }
    for (Claim claim : claims.of(node.index())) {
      first = Math.min(first, claim.end());
    }
    return Math.max(moment, first);
  }

  /**
   * Free GPUs of a node over time: free now, plus what running jobs give back, minus what is
   * claimed. Those who share a GPU give it back when the last of them ends.
   */
  private Profile profile(NodeView node, ClusterView view) {
    Profile profile = new Profile(view.now(), node.freeGpus());
    for (JobView job : running(node.index())) {
      if (job.demand().wholeGpus() && view.plan().holds(job)) {
        double end = Math.max(Math.nextUp(view.now()), view.predictedEnd(job));
        profile.change(end, Double.POSITIVE_INFINITY, view.gpusOn(job, node.index()));
      }
    }
    if (!view.wholeGpusOnly()) {
      giveSharedBack(profile, node, view);
    }
    for (Claim claim : claims.of(node.index())) {
      if (claim.gpu() != ANY) {
        continue;
      }
      if (claim.start() > view.now()) {
        profile.change(claim.start(), claim.end(), -claim.gpus());
      } else {
        // It starts now: the plan has taken its GPUs already, and they come back.
        profile.change(claim.end(), Double.POSITIVE_INFINITY, claim.gpus());
      }
    }
    return profile;
  }

  private void giveSharedBack(Profile profile, NodeView node, ClusterView view) {
    for (int gpu = 0; gpu < node.spec().gpuCount(); gpu++) {
      double last = node.residents(gpu).length == 0 ? 0 : lastEnd(node, gpu, view);
      if (last > 0 && last < Double.POSITIVE_INFINITY) {
        profile.change(Math.max(Math.nextUp(view.now()), last), Double.POSITIVE_INFINITY, 1);
      }
    }
  }
}
