package org.edgetwin.sim.policies.sharing;

import java.util.HashMap;
import java.util.Map;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.ClusterView;

/**
 * Time slices that jobs have used since they started. A slice is as much work as a job does in so
 * many seconds at the speed that it is seen to have: seconds of a restart do not count, so that no
 * job spends all its slices on restarts.
 */
final class Slices {
  /** Rounding that may be missing from a whole slice. */
  private static final double TOLERANCE = 1e-6;

  private final double seconds;

  /** GPU-seconds of work that jobs had done before their present attempt. */
  private Map<Integer, Double> serviceBefore = new HashMap<>();

  Slices(double seconds) {
    this.seconds = seconds;
  }

  Slices copy() {
    Slices copy = new Slices(seconds);
    copy.serviceBefore.putAll(serviceBefore);
    return copy;
  }

  double seconds() {
    return seconds;
  }

  /** Forgets all who do not run. */
  void begin(ClusterView view) {
    Map<Integer, Double> running = new HashMap<>();
    view.forEachRunning(id -> running.put(id, serviceBefore.getOrDefault(id, 0.0)));
    serviceBefore = running;
  }

  /** A job starts now, or moves. */
  void started(JobView job, ClusterView view) {
    serviceBefore.put(job.id(), view.attainedService(job));
  }

  /**
   * Whether a running job has had a slice.
   *
   * @param speed GPU-seconds of work per second; NaN, for which no slice ends, if nobody knows
   */
  boolean isOver(JobView job, double speed, ClusterView view) {
    double done = view.attainedService(job) - serviceBefore.get(job.id());
    return done >= seconds * speed * (1 - TOLERANCE);
  }
}
