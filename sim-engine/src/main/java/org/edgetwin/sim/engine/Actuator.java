package org.edgetwin.sim.engine;

import java.util.List;
import org.edgetwin.sim.fleet.Allocation;
import org.edgetwin.sim.fleet.NodeState;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.Decision;
import org.edgetwin.sim.scheduling.Placement;

/** Carries out what a scheduler decided, and refuses what cannot be. */
final class Actuator {
  private final SimulatedCluster cluster;
  private final Resizing resizing;

  Actuator(SimulatedCluster cluster) {
    this.cluster = cluster;
    resizing = new Resizing(cluster);
  }

  void carryOut(Tenant tenant, Decision decision) {
    List<Action> actions = decision.actions();
    boolean taken = cluster.plan().close(actions);
    resizing.vacate(actions, this);
    for (int i = 0; i < actions.size(); i++) {
      carryOut(actions.get(i), taken);
    }
    // What a scheduler does itself is no news to it.
    cluster.due().remove(tenant.index);
    double now = cluster.now();
    double wakeAt = decision.wakeAt();
    if (wakeAt == Double.POSITIVE_INFINITY) {
      tenant.wakeUp.unschedule();
    } else if (wakeAt > now) {
      tenant.wakeUp.scheduleAt(wakeAt);
    } else {
      throw new IllegalDecisionException(
          "The wake-up (" + wakeAt + " s) is not after now (" + now + " s).");
    }
  }

  private void carryOut(Action action, boolean taken) {
    if (action instanceof Action.Start start) {
      start(job(start.job()), start.placement(), taken);
    } else if (action instanceof Action.Preempt preempt) {
      cluster.lifecycle().preempt(job(preempt.job()));
    } else if (action instanceof Action.Migrate migrate) {
      cluster.lifecycle().preempt(job(migrate.job()));
      start(job(migrate.job()), migrate.placement(), false);
    } else if (action instanceof Action.Resize resize) {
      resizing.resize(job(resize.job()), resize);
    } else if (action instanceof Action.Cancel cancel) {
      cluster.lifecycle().cancel(job(cancel.job()));
    } else if (action instanceof Action.Drain drain) {
      changeNode(drain.node(), NodeState.UP, NodeState.DRAINING);
    } else if (action instanceof Action.Undrain undrain) {
      changeNode(undrain.node(), NodeState.DRAINING, NodeState.UP);
    } else {
      throw new IllegalDecisionException("A simulated cluster cannot " + action + ".");
    }
  }

  /** A node that is away is not the scheduler's to open or shut: it may have gone just now. */
  private void changeNode(int node, NodeState from, NodeState to) {
    if (cluster.fleet().node(node).state() == from) {
      cluster.churn().change(node, to);
    }
  }

  private void start(Job job, Placement placement, boolean taken) {
    cluster.lifecycle().requireQueued(job);
    Allocation planned = cluster.plan().recall(placement);
    Allocation allocation = planned != null ? planned : cluster.resolver().resolve(job, placement);
    if (!taken && !cluster.fleet().take(allocation)) {
      throw new IllegalDecisionException(
          "Job " + job.name() + " cannot start: its GPUs are not all free.");
    }
    cluster.lifecycle().start(job, allocation);
  }

  Job job(int id) {
    if (id < 0 || id >= cluster.jobCount()) {
      throw new IllegalDecisionException("There is no job " + id + ".");
    }
    Job job = cluster.job(id);
    if (job == null) {
      throw new IllegalDecisionException("Job " + id + " has ended.");
    }
    return job;
  }
}
