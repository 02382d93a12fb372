package org.edgetwin.sim.scheduling;

import java.util.List;
import java.util.Set;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.optimize.SolverMeter;
import org.jspecify.annotations.Nullable;

/**
 * Decides what runs where in one virtual cluster. The same object drives a simulated and a live
 * cluster.
 *
 * <p>{@link #decide} is called once per instant at which something changed or the scheduler's own
 * wake-up has come. It must not keep the view. A scheduler that keeps an order or an index keeps it
 * up to date from the notices; nobody sorts or scans the whole queue at every decision. Not
 * thread-safe.
 */
public interface Scheduler {
  /** What is to be done now. */
  Decision decide(ClusterView view);

  /** Something happened. Called at the instant, before the decision. */
  default void on(EngineNotice notice, ClusterView view) {}

  /** The kinds of notices it wants. */
  default Set<EngineNotice.Kind> listensTo() {
    return Set.of();
  }

  /**
   * What it goes by when it judges a job now, for people who ask why. Called on a copy: never while
   * the scheduler decides.
   *
   * @param job a queued one, or a running one whose GPUs are free in the plan
   */
  default List<ScoreTerm> terms(JobView job, ClusterView view) {
    return List.of();
  }

  /**
   * The meter of the solver that it works with, which counts on in its copies; null if it solves no
   * programs.
   */
  default @Nullable SolverMeter solverMeter() {
    return null;
  }

  /** What it must be told. */
  Knowledge knowledge();

  /** What the cluster must be able to do. */
  Set<Capability> needs();

  /** An independent copy in the same state, its random streams included. */
  Scheduler copy();
}
