package org.edgetwin.sim.policies;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private final Map<Integer, List<Claim>> claimsByNode = new HashMap<>();
  private final Map<Integer, List<JobView>> runningByNode = new HashMap<>();

  /** A decision pass begins: no claims yet. */
  public void begin(ClusterView view) {
    claimsByNode.clear();
    runningByNode.clear();
    view.forEachRunning(
        id -> {
          JobView job = view.job(id);
          for (int node : view.nodesOf(job)) {
            runningByNode.computeIfAbsent(node, key -> new ArrayList<>()).add(job);
          }
        });
  }

  /**
   * Speaks for GPUs of a node.
   *
   * @param start seconds since the start of the run; if it is now, the plan must have taken them
   */
  public void claim(int node, double start, double end, int gpus) {
    claimsByNode.computeIfAbsent(node, key -> new ArrayList<>()).add(new Claim(start, end, gpus));
  }

  /** Jobs that held GPUs of a node when the pass began. */
  public List<JobView> running(int node) {
    return runningByNode.getOrDefault(node, List.of());
  }

  /** Whether a queued job could start now on a node, and end before others need it. */
  public boolean isFree(JobView job, NodeView node, double duration, ClusterView view) {
    return node.freeGpus() >= job.gpus()
        && view.plan().hasHostResources(job, node.index())
        && (!claimsByNode.containsKey(node.index())
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
    for (Claim claim : claimsByNode.getOrDefault(node.index(), List.of())) {
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
    List<JobView> running = running(node.index());
    for (JobView job : running) {
      if (view.plan().holds(job)) {
        double end = Math.max(Math.nextUp(view.now()), view.predictedEnd(job));
        profile.change(end, Double.POSITIVE_INFINITY, view.gpusOn(job, node.index()));
      }
    }
    for (Claim claim : claimsByNode.getOrDefault(node.index(), List.of())) {
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
