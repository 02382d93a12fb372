package org.edgetwin.sim.scheduling;

import java.util.List;
import java.util.Set;
import org.edgetwin.sim.job.JobView;

/**
 * Which job next. One half of a {@link TwoStageScheduler}.
 *
 * <p>A decision pass is {@code begin}, then {@code next} and {@code outcome} in turn until {@code
 * next} returns {@link #NONE}. A preemptive ordering also proposes running jobs: those it does not
 * get to, or that find no room when their turn comes, are preempted.
 */
public interface OrderingPolicy {
  /** No further job in this pass. */
  int NONE = -1;

  /** Something happened to a job; only job notices come here. */
  void on(EngineNotice notice, ClusterView view);

  /** The kinds of job notices it wants. */
  Set<EngineNotice.Kind> listensTo();

  /** A decision pass begins. */
  void begin(ClusterView view);

  /** The job to place next, or {@link #NONE}. */
  int next();

  /**
   * Whether a job that {@code next} proposed may have the GPUs that were found for it. Backfilling
   * says no if they would delay somebody with a reservation.
   */
  default boolean approves(int job, Placement placement) {
    return true;
  }

  /**
   * What became of the job that {@code next} proposed.
   *
   * @param placement its new GPUs if it was placed now; null if it runs already, was not placed, or
   *     will be told its GPUs by {@link #located}
   */
  void outcome(int job, Outcome outcome, Placement placement);

  /** A job that was placed without GPUs being named has got these. */
  default void located(int job, Placement placement) {}

  /** What can become of a proposed job in a decision pass. */
  enum Outcome {
    /** It gets GPUs, or keeps those it has. */
    PLACED,
    /** The placement policy would rather wait for other GPUs. */
    WAITS,
    /** There is no room, not for it and not for any other job of its shape. */
    MISFIT,
    /** There is room, but the ordering itself did not approve. */
    VETOED
  }

  /** Whether it proposes running jobs too. */
  default boolean preemptive() {
    return false;
  }

  /**
   * Whether a pass without queued jobs changes nothing, so that it can be left out. Then {@link
   * #wakeAt} is not asked either.
   */
  default boolean needsQueue() {
    return !preemptive();
  }

  /**
   * When the order changes by itself, seconds since the start of the run; asked at the end of a
   * pass.
   */
  default double wakeAt() {
    return Double.POSITIVE_INFINITY;
  }

  /** What it goes by for a queued or running job now, for people who ask why; called on a copy. */
  default List<ScoreTerm> terms(JobView job, ClusterView view) {
    return List.of();
  }

  Knowledge knowledge();

  default Set<Capability> needs() {
    return preemptive() ? Set.of(Capability.PREEMPT) : Set.of();
  }

  OrderingPolicy copy();
}
