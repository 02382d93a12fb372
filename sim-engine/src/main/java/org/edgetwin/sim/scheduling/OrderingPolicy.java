package org.edgetwin.sim.scheduling;

import java.util.Set;

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

  /** A decision pass begins. */
  void begin(ClusterView view);

  /** The job to place next, or {@link #NONE}. */
  int next();

  /** What became of the job that {@code next} proposed. */
  void outcome(int job, PlacementChoice choice);

  /** Whether it proposes running jobs too. */
  default boolean preemptive() {
    return false;
  }

  /**
   * When the order changes by itself, seconds since the start of the run; asked at the end of a
   * pass.
   */
  default double wakeAt() {
    return Double.POSITIVE_INFINITY;
  }

  Knowledge knowledge();

  default Set<Capability> needs() {
    return preemptive() ? Set.of(Capability.PREEMPT) : Set.of();
  }

  OrderingPolicy copy();
}
