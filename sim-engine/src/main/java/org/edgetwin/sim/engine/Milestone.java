package org.edgetwin.sim.engine;

import org.edgetwin.sim.kernel.EngineEvent;
import org.edgetwin.sim.kernel.EventHost;
import org.edgetwin.sim.kernel.Phase;

/**
 * The one pending event of a job that holds GPUs: the end of its restart, of its work, of a
 * checkpoint, or its limit.
 */
final class Milestone extends EngineEvent {
  /** What the milestone is. */
  enum Kind {
    RESTARTED,
    COMPLETED,
    CHECKPOINT_DUE,
    CHECKPOINTED,
    LIMIT_REACHED
  }

  private final SimulatedCluster cluster;
  private final int job;
  Kind next;

  Milestone(SimulatedCluster cluster, int job) {
    super(cluster.kernel(), Phase.COMPLETION);
    this.cluster = cluster;
    this.job = job;
  }

  void scheduleAt(Kind kind, double time) {
    next = kind;
    scheduleAt(time);
  }

  @Override
  public void actions() {
    cluster.lifecycle().onMilestone(job, next);
  }

  @Override
  public EngineEvent counterpartIn(EventHost copy) {
    return ((SimulatedCluster) copy).job(job).milestone;
  }
}
