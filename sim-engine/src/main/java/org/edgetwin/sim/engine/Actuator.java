package org.edgetwin.sim.engine;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.fleet.Allocation;
import org.edgetwin.sim.fleet.NodeState;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.Decision;
import org.edgetwin.sim.scheduling.Placement;
import org.jspecify.annotations.Nullable;

/** Carries out what a scheduler decided, and refuses what cannot be. */
final class Actuator {
  private final SimulatedCluster cluster;
  private final Resizing resizing;

  Actuator(SimulatedCluster cluster) {
    this.cluster = cluster;
    resizing = new Resizing(cluster);
  }

  void carryOut(Tenant tenant, Decision decision) {
    if (!tenant.deliberation.begin(decision.actions())) {
      carryOutNow(decision.actions());
      // What a scheduler does itself is no news to it.
      cluster.due().remove(tenant.index);
    }
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

  /** Carries out actions without the time that decisions take. */
  void carryOutNow(List<Action> actions) {
    carryOut(actions, cluster.plan().close(actions));
  }

  /**
   * The GPUs that the plan had found for actions that are carried out later, null where it named
   * none. To be asked when the plan has just been closed.
   */
  List<@Nullable Allocation> planned(List<Action> actions) {
    List<@Nullable Allocation> allocations = new ArrayList<>();
    for (Action action : actions) {
      allocations.add(
          action instanceof Action.Start start ? cluster.plan().recall(start.placement()) : null);
    }
    return allocations;
  }

  /**
   * Carries out actions that were decided some time ago, after which nothing has happened.
   *
   * @param planned their GPUs, as the plan had found them
   */
  void carryOut(List<Action> actions, List<@Nullable Allocation> planned) {
    resizing.vacate(actions, this);
    for (int i = 0; i < actions.size(); i++) {
      carryOut(actions.get(i), false, planned.get(i));
    }
  }

  private void carryOut(List<Action> actions, boolean taken) {
    resizing.vacate(actions, this);
    for (int i = 0; i < actions.size(); i++) {
      carryOut(actions.get(i), taken, null);
    }
  }

  /**
   * Carries out an action that was decided some time ago, unless what has happened since makes it
   * impossible: then nothing changes.
   *
   * @return whether it was carried out
   */
  boolean tryToCarryOut(Action action) {
    if (!isPossible(action)) {
      return false;
    }
    try {
      carryOut(List.of(action), false);
      return true;
    } catch (IllegalDecisionException e) {
      // Jobs and machines have changed since it was decided, which is nobody's fault.
      return false;
    }
  }

  /** Looks for what would only show when a part of the action is done. */
  private boolean isPossible(Action action) {
    if (action instanceof Action.Start start) {
      Job job = cluster.job(start.job());
      return job != null && wouldRun(job, start.placement());
    }
    if (action instanceof Action.Migrate migrate) {
      return wouldRunElsewhere(cluster.job(migrate.job()), migrate.placement());
    }
    if (action instanceof Action.Resize resize) {
      return wouldRunElsewhere(cluster.job(resize.job()), resize.placement());
    }
    return true;
  }

  private boolean wouldRunElsewhere(@Nullable Job job, Placement placement) {
    if (job == null || !job.state.holdsGpus()) {
      return false;
    }
    Plan plan = cluster.plan();
    int mark = plan.mark();
    plan.release(job);
    boolean possible = wouldRun(job, placement);
    plan.undo(mark);
    return possible;
  }

  private boolean wouldRun(Job job, Placement placement) {
    try {
      Allocation allocation = cluster.resolver().resolve(job, placement);
      return cluster.fleet().canTake(allocation) && cluster.rates().wouldRun(job, allocation);
    } catch (IllegalDecisionException e) {
      return false;
    }
  }

  private void carryOut(Action action, boolean taken, @Nullable Allocation late) {
    if (action instanceof Action.Start start) {
      start(job(start.job()), start.placement(), taken, late);
    } else if (action instanceof Action.Preempt preempt) {
      cluster.lifecycle().preempt(job(preempt.job()));
    } else if (action instanceof Action.Migrate migrate) {
      cluster.lifecycle().preempt(job(migrate.job()));
      start(job(migrate.job()), migrate.placement(), false, null);
    } else if (action instanceof Action.Resize resize) {
      resizing.resize(job(resize.job()), resize);
    } else if (action instanceof Action.Lease lease) {
      cluster.lifecycle().lease(job(lease.job()), lease.seconds());
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

  private void start(Job job, Placement placement, boolean taken, @Nullable Allocation late) {
    cluster.lifecycle().requireQueued(job);
    Allocation planned = late != null ? late : cluster.plan().recall(placement);
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
