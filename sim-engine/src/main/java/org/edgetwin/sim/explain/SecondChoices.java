package org.edgetwin.sim.explain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.edgetwin.sim.engine.Simulation;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.fleet.NodeState;
import org.edgetwin.sim.metrics.RunResult;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Decision;
import org.edgetwin.sim.scheduling.EngineNotice;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.Scheduler;
import org.edgetwin.sim.scheduling.Slice;
import org.jspecify.annotations.Nullable;

/**
 * What else could have been decided about a job at one instant. What is to be passed over is hidden
 * from a copy of the scheduler in a fork, which then decides for itself: nodes are drained, jobs
 * are said to have left the queue. What was hidden comes back at the same instant, after the
 * decision.
 */
final class SecondChoices {
  private final Simulation before;
  private final int tenant;
  private final int job;
  private final Decision decision;
  private final RunResult result;

  /**
   * @param before the simulation with the decision due
   * @param decision as it was taken
   * @param result of the run as it was
   */
  SecondChoices(Simulation before, int tenant, int job, Decision decision, RunResult result) {
    this.before = before;
    this.tenant = tenant;
    this.job = job;
    this.decision = decision;
    this.result = result;
  }

  List<Alternative> find(Moment moment) {
    List<@Nullable Alternative> found = new ArrayList<>();
    if (moment.deed() == Deed.STARTED) {
      found.add(elsewhere());
      found.add(without(Alternative.Kind.OTHERS_FIRST, List.of(job)));
    } else if (moment.deed() == Deed.WAITED && moment.fitBefore()) {
      found.add(
          moment.fitAfter()
              ? now()
              : without(Alternative.Kind.JOB_FIRST, JobFate.startedBeside(decision, job)));
    } else if (moment.deed() == Deed.PREEMPTED) {
      found.add(without(Alternative.Kind.STAYS, JobFate.startedBeside(decision, job)));
    }
    found.removeIf(choice -> choice == null);
    return List.copyOf(found);
  }

  private @Nullable Alternative elsewhere() {
    Placement placement = Deed.placement(decision, job);
    if (placement == null) {
      return null;
    }
    Set<Integer> nodes = new LinkedHashSet<>();
    placement.slices().forEach(slice -> nodes.add(slice.node()));
    Alternative other = withoutNodes(wholeGroup(placement.slices().get(0)));
    return other != null ? other : withoutNodes(nodes);
  }

  /** Nodes of a group are alike: another one of them is hardly another choice. */
  private Set<Integer> wholeGroup(Slice slice) {
    ClusterView view = before.cluster().observe(tenant);
    NodeGroupView group = view.fleet().group(view.fleet().node(slice.node()).group());
    Set<Integer> nodes = new LinkedHashSet<>();
    for (int i = 0; i < group.nodeCount(); i++) {
      nodes.add(group.node(i));
    }
    return nodes;
  }

  private @Nullable Alternative withoutNodes(Set<Integer> nodes) {
    Simulation fork = before.fork();
    ClusterView view = fork.cluster().observe(tenant);
    List<Action> shut = new ArrayList<>();
    List<Action> open = new ArrayList<>();
    for (int node : nodes) {
      if (view.fleet().node(node).state() == NodeState.UP) {
        shut.add(new Action.Drain(node));
        open.add(new Action.Undrain(node));
      }
    }
    fork.cluster().apply(tenant, Decision.of(shut));
    Decision other = fork.take(tenant);
    if (Deed.placement(other, job) == null) {
      return null;
    }
    fork.cluster().apply(tenant, new Decision(open, other.wakeAt()));
    return ended(Alternative.Kind.OTHER_PLACE, fork, other);
  }

  /** Null if hiding the jobs does not change what becomes of this one. */
  private @Nullable Alternative without(Alternative.Kind kind, List<Integer> hidden) {
    Simulation fork = before.fork();
    ClusterView view = fork.cluster().observe(tenant);
    Scheduler scheduler = fork.scheduler(tenant);
    for (int id : hidden) {
      tell(scheduler, new EngineNotice.JobEnded(tenant, id, true), view);
    }
    Decision other = fork.take(tenant);
    for (int id : hidden) {
      if (JobFate.isQueued(view.job(id))) {
        tell(scheduler, new EngineNotice.JobArrived(tenant, id), view);
      }
    }
    return isAnother(kind, other) ? ended(kind, fork, other) : null;
  }

  private boolean isAnother(Alternative.Kind kind, Decision other) {
    return switch (kind) {
      case JOB_FIRST -> Deed.placement(other, job) != null;
      case STAYS -> Deed.of(other, job, false) == Deed.KEPT;
      default -> Deed.placement(other, job) == null && !sameOthers(other);
    };
  }

  private boolean sameOthers(Decision other) {
    return JobFate.startedBeside(decision, job).containsAll(JobFate.startedBeside(other, job));
  }

  private @Nullable Alternative now() {
    Simulation fork = before.fork();
    ClusterView view = fork.cluster().observe(tenant);
    Scheduler scheduler = fork.scheduler(tenant);
    Placement placement = new RoomFinder(view, view.job(job)).tightest();
    if (placement == null) {
      return null;
    }
    tell(scheduler, new EngineNotice.JobEnded(tenant, job, true), view);
    Decision start = Decision.of(List.of(new Action.Start(job, placement)));
    fork.cluster().apply(tenant, start);
    Decision rest = fork.take(tenant);
    List<Action> both = new ArrayList<>(start.actions());
    both.addAll(rest.actions());
    return ended(Alternative.Kind.START_NOW, fork, Decision.of(both));
  }

  private static void tell(Scheduler scheduler, EngineNotice notice, ClusterView view) {
    if (scheduler.listensTo().contains(notice.kind())) {
      scheduler.on(notice, view);
    }
  }

  private Alternative ended(Alternative.Kind kind, Simulation fork, Decision other) {
    JobFate fate = JobFate.of(other, job, before.cluster().observe(tenant));
    if (kind != Alternative.Kind.STAYS) {
      // What was hidden is back: whoever can use it gets it at the same instant.
      fork.take(tenant);
    }
    return new Alternative(
        kind, fate.place(), fate.started(), Effect.of(job, result, fork.run().result()));
  }
}
