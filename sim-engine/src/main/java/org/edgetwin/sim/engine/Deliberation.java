package org.edgetwin.sim.engine;

import java.util.List;
import org.edgetwin.sim.fleet.Allocation;
import org.edgetwin.sim.kernel.EngineEvent;
import org.edgetwin.sim.kernel.EventHost;
import org.edgetwin.sim.kernel.Phase;
import org.edgetwin.sim.scheduling.Action;
import org.jspecify.annotations.Nullable;

/**
 * The time between a decision of one virtual cluster and its execution, if decisions take time. The
 * scheduler thinks of one thing at a time: whatever happens meanwhile it is asked about once,
 * afterwards. Actions that have become impossible by then are dropped and counted, and the
 * scheduler is asked again.
 */
final class Deliberation extends EngineEvent {
  private final SimulatedCluster cluster;
  private final int virtualCluster;
  private final DecisionTime decisionTime;
  private final int nodes;
  private final Actuator actuator;

  private List<Action> actions = List.of();

  private List<@Nullable Allocation> planned = List.of();

  /** Events executed when the decision was made. */
  private long eventsBefore;

  private long droppedCount;

  /**
   * Of a virtual cluster.
   *
   * @param nodes open to it
   */
  Deliberation(SimulatedCluster cluster, int virtualCluster, DecisionTime decisionTime, int nodes) {
    super(cluster.kernel(), Phase.DECISION);
    this.cluster = cluster;
    this.virtualCluster = virtualCluster;
    this.decisionTime = decisionTime;
    this.nodes = nodes;
    actuator = new Actuator(cluster);
  }

  /** For a fork; the kernel copies the pending event itself. */
  Deliberation copy(SimulatedCluster copied) {
    Deliberation copy = new Deliberation(copied, virtualCluster, decisionTime, nodes);
    copy.actions = actions;
    copy.planned = planned;
    copy.eventsBefore = eventsBefore;
    copy.droppedCount = droppedCount;
    return copy;
  }

  /**
   * A decision has been made.
   *
   * @return whether it is carried out later; if not, the caller does it now
   */
  boolean begin(List<Action> decided) {
    if (decisionTime.isNone()) {
      return false;
    }
    Tenant tenant = cluster.tenant(virtualCluster);
    double seconds = decisionTime.seconds(tenant.queued.size() + tenant.running.size(), nodes);
    if (seconds == 0) {
      return false;
    }
    // Nothing of what was planned is taken yet.
    cluster.plan().close(List.of());
    actions = List.copyOf(decided);
    planned = actuator.planned(actions);
    eventsBefore = cluster.kernel().eventCount();
    cluster.due().hold(virtualCluster);
    scheduleAt(cluster.now() + seconds);
    return true;
  }

  @Override
  public void actions() {
    // One event is this one; other virtual clusters may decide without an event.
    boolean alone = cluster.virtualClusterCount() == 1;
    boolean undisturbed = alone && cluster.kernel().eventCount() - eventsBefore == 1;
    long droppedBefore = droppedCount;
    boolean missed = cluster.due().hasMissed(virtualCluster);
    cluster.plan().close(List.of());
    if (undisturbed) {
      // What cannot be now could not be then: a defect of the scheduler.
      actuator.carryOut(actions, planned);
    } else {
      actions.forEach(this::tryToCarryOut);
    }
    actions = List.of();
    planned = List.of();
    // What a scheduler does itself is no news to it; what did not work is.
    cluster.due().release(virtualCluster, missed || droppedCount > droppedBefore);
  }

  private void tryToCarryOut(Action action) {
    if (actuator.tryToCarryOut(action)) {
      return;
    }
    droppedCount++;
    if (action instanceof Action.Start start) {
      cluster.lifecycle().startDropped(start.job());
    }
  }

  /** Actions dropped so far. */
  long droppedCount() {
    return droppedCount;
  }

  /** Whether decisions take time. */
  boolean takesTime() {
    return !decisionTime.isNone();
  }

  @Override
  public EngineEvent counterpartIn(EventHost copy) {
    return ((SimulatedCluster) copy).tenant(virtualCluster).deliberation;
  }
}
