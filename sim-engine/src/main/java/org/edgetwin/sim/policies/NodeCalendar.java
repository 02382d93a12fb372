package org.edgetwin.sim.policies;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.fleet.NodeSpec;
import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.ClusterView;

/**
 * When nodes will have free GPUs: what running jobs are predicted to give back, less what has been
 * claimed in this decision pass. Sees the plan as it is at each question.
 *
 * <p>Complexity of a question: O(jobs and claims on the node).
 */
public final class NodeCalendar {
  /** GPUs of a node that are spoken for in a time to come. */
  private record Claim(double start, double end, int gpus) {}

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
    claims.add(node, new Claim(start, end, gpus));
  }

  /** Jobs that held GPUs of a node when the pass began. */
  public List<JobView> running(int node) {
    return running.of(node);
  }

  /** Whether a queued job could start now on a node, and end before others need it. */
  public boolean isFree(JobView job, NodeView node, double duration, ClusterView view) {
    return node.freeGpus() >= job.gpus()
        && view.plan().hasHostResources(job, node.index())
        && (claims.of(node.index()).isEmpty()
            || profile(node, view).earliest(job.gpus(), duration) <= view.now());
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
   * claimed.
   */
  private Profile profile(NodeView node, ClusterView view) {
    Profile profile = new Profile(view.now(), node.freeGpus());
    for (JobView job : running(node.index())) {
      if (view.plan().holds(job)) {
        double end = Math.max(Math.nextUp(view.now()), view.predictedEnd(job));
        profile.change(end, Double.POSITIVE_INFINITY, view.gpusOn(job, node.index()));
      }
    }
    for (Claim claim : claims.of(node.index())) {
      if (claim.start() > view.now()) {
        profile.change(claim.start(), claim.end(), -claim.gpus());
      } else {
        // It starts now: the plan has taken its GPUs already, and they come back.
        profile.change(claim.end(), Double.POSITIVE_INFINITY, claim.gpus());
      }
    }
    return profile;
  }
}
