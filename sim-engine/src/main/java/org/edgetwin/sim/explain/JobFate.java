package org.edgetwin.sim.explain;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.job.JobState;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Decision;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.Slice;
import org.jspecify.annotations.Nullable;

/**
 * What a decision gave to a job and to the others, in words.
 *
 * @param place GPUs of the job; empty if it got none
 * @param started names of the others that were started
 */
record JobFate(String place, List<String> started) {
  private static final int MOST_NODES = 3;

  /**
   * @param view of the cluster before the decision
   */
  static JobFate of(Decision decision, int job, ClusterView view) {
    List<String> started = new ArrayList<>();
    for (int other : startedBeside(decision, job, view)) {
      started.add(view.job(other).name());
    }
    String place = words(Deed.placement(decision, job), view);
    for (Action action : decision.actions()) {
      if (action instanceof Action.Resize resize && resize.job() == job) {
        place += batch(resize.batch());
      }
    }
    return new JobFate(place, started);
  }

  /** What a job holds before a decision; empty if it is queued. */
  static String held(JobView job, ClusterView view) {
    if (!job.state().holdsGpus()) {
      return "";
    }
    String place = words(Held.of(job, view), view);
    return job.elasticity() == null ? place : place + batch(view.batch(job));
  }

  private static String batch(int batch) {
    return ", batch " + batch;
  }

  /** Queued jobs that a decision starts beside one. */
  static List<Integer> startedBeside(Decision decision, int job, ClusterView view) {
    List<Integer> started = new ArrayList<>();
    for (Action action : decision.actions()) {
      if (action instanceof Action.Start start
          && start.job() != job
          && isQueued(view.job(start.job()))) {
        started.add(start.job());
      }
    }
    return started;
  }

  static boolean isQueued(JobView job) {
    return job.state() == JobState.QUEUED;
  }

  static String words(@Nullable Placement placement, ClusterView view) {
    if (placement == null) {
      return "";
    }
    List<Slice> slices = placement.slices();
    String model =
        view.fleet().group(view.fleet().node(slices.get(0).node()).group()).gpuModel().id();
    List<String> nodes = new ArrayList<>();
    for (Slice slice : slices.subList(0, Math.min(MOST_NODES, slices.size()))) {
      nodes.add(view.fleet().node(slice.node()).spec().name());
    }
    if (slices.size() > MOST_NODES) {
      nodes.add((slices.size() - MOST_NODES) + " more");
    }
    return placement.gpuCount() + " x " + model + " on " + String.join(", ", nodes);
  }
}
