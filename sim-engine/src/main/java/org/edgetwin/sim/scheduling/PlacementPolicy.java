package org.edgetwin.sim.scheduling;

import java.util.List;
import java.util.Set;
import org.edgetwin.sim.job.JobView;

/** Which GPUs. The other half of a {@link TwoStageScheduler}. */
public interface PlacementPolicy {
  /** A decision pass begins. */
  default void begin(ClusterView view) {}

  /** Something happened of a kind that it listens to. */
  default void on(EngineNotice notice, ClusterView view) {}

  /** The kinds of notices that it wants to hear. */
  default Set<EngineNotice.Kind> listensTo() {
    return Set.of();
  }

  /**
   * GPUs for a queued job in the plan as it is now. It must not change the plan.
   *
   * @return a placement, {@link PlacementChoice#WAIT}, or {@link PlacementChoice#MISFIT} if no job
   *     of this shape fits; unless it {@link #mayWait}, it is then not asked again about this shape
   *     before something has become free
   */
  PlacementChoice choose(JobView job, ClusterView view);

  /** Whether it may answer {@link PlacementChoice#WAIT}. */
  default boolean mayWait() {
    return false;
  }

  /** What it goes by for a queued job now, for people who ask why; called on a copy. */
  default List<ScoreTerm> terms(JobView job, ClusterView view) {
    return List.of();
  }

  Knowledge knowledge();

  default Set<Capability> needs() {
    return Set.of();
  }

  PlacementPolicy copy();
}
