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
import org.edgetwin.sim.scheduling.Capability;
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
 * decision. Where that cannot be, because schedulers keep accounts of their jobs or read the queue
 * itself, their decision is altered.
 */
final class SecondChoices {
  private final Simulation before;
  private final int tenant;
  private final int job;
  private final Decision decision;
  private final RunResult result;
  private final ClusterView view;

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
    view = before.cluster().observe(tenant);
  }

  List<Alternative> find(Moment moment) {
    List<@Nullable Alternative> found = new ArrayList<>();
    switch (moment.deed()) {
      case STARTED -> {
        Alternative elsewhere = elsewhere();
        found.add(elsewhere);
        if (elsewhere == null || view.queuedCount() > 1) {
          found.add(notStarted());
        }
      }
      case WAITED -> {
        if (moment.fitBefore()) {
          found.add(moment.fitAfter() ? first(Alternative.Kind.START_NOW) : before());
        }
      }
      case PREEMPTED -> found.add(notPreempted());
      case MOVED, RESIZED -> {
        found.add(left(Alternative.Kind.STAYS));
        found.add(elsewhere());
      }
      default -> {}
    }
    found.removeIf(choice -> choice == null);
    return List.copyOf(found);
  }

  private @Nullable Alternative notStarted() {
    Alternative others = leases() ? null : without(Alternative.Kind.OTHERS_FIRST, List.of(job));
    return others != null ? others : left(Alternative.Kind.NOT_YET);
  }

  private @Nullable Alternative before() {
    Alternative other = leases() ? null : without(Alternative.Kind.JOB_FIRST, startedBeside());
    return other != null ? other : first(Alternative.Kind.JOB_FIRST);
  }

  private @Nullable Alternative notPreempted() {
    Alternative other = leases() ? null : without(Alternative.Kind.STAYS, startedBeside());
    return other != null ? other : left(Alternative.Kind.STAYS);
  }

  private List<Integer> startedBeside() {
    return JobFate.startedBeside(decision, job, view);
  }

  /** Whether the scheduler keeps accounts by rounds, which hiding a job would upset. */
  private boolean leases() {
    return before.scheduler(tenant).needs().contains(Capability.LEASE);
  }

  private @Nullable Alternative elsewhere() {
    Placement placement = Deed.placement(decision, job);
    if (placement == null) {
      return null;
    }
    Set<Integer> nodes = new LinkedHashSet<>();
    placement.slices().forEach(slice -> nodes.add(slice.node()));
    if (view.job(job).state().holdsGpus()) {
      for (int held : view.nodesOf(view.job(job))) {
        nodes.remove(held);
      }
    }
    if (nodes.isEmpty()) {
      return null;
    }
    Alternative other = withoutNodes(wholeGroup(placement.slices().get(0)));
    if (other == null) {
      other = inAnotherGroup();
    }
    return other != null ? other : withoutNodes(nodes);
  }

  /** Where draining the group would move others. */
  private @Nullable Alternative inAnotherGroup() {
    Simulation fork = before.fork();
    ClusterView seen = fork.cluster().observe(tenant);
    Decision own = fork.scheduler(tenant).decide(seen);
    AlteredDecision altered = AlteredDecision.elsewhere(job, own, seen);
    return altered == null ? null : altered(Alternative.Kind.OTHER_GROUP, fork, altered);
  }

  /** Nodes of a group are alike: another one of them is hardly another choice. */
  private Set<Integer> wholeGroup(Slice slice) {
    NodeGroupView group = view.fleet().group(view.fleet().node(slice.node()).group());
    Set<Integer> nodes = new LinkedHashSet<>();
    for (int i = 0; i < group.nodeCount(); i++) {
      nodes.add(group.node(i));
    }
    return nodes;
  }

  private @Nullable Alternative withoutNodes(Set<Integer> nodes) {
    Simulation fork = before.fork();
    List<Action> shut = new ArrayList<>();
    List<Action> open = new ArrayList<>();
    for (int node : nodes) {
      if (view.fleet().node(node).state() == NodeState.UP) {
        shut.add(new Action.Drain(node));
        open.add(new Action.Undrain(node));
      }
    }
    fork.intervene(tenant, shut);
    Decision other = fork.take(tenant);
    if (Deed.placement(other, job) == null || movesOthers(other, nodes)) {
      return null;
    }
    fork.intervene(tenant, open);
    return ended(Alternative.Kind.OTHER_PLACE, fork, other);
  }

  /** Whether jobs lose their place only because nodes were drained. */
  private boolean movesOthers(Decision other, Set<Integer> nodes) {
    List<Integer> moved = new ArrayList<>();
    view.forEachRunning(
        id -> {
          Deed deed = Deed.of(other, id, false);
          boolean there = false;
          for (int node : view.nodesOf(view.job(id))) {
            there |= nodes.contains(node);
          }
          if (id != job && there && deed != Deed.KEPT && deed != Deed.of(decision, id, false)) {
            moved.add(id);
          }
        });
    return !moved.isEmpty();
  }

  /** Null if hiding the jobs does not change what becomes of this one. */
  private @Nullable Alternative without(Alternative.Kind kind, List<Integer> hidden) {
    Simulation fork = before.fork();
    ClusterView seen = fork.cluster().observe(tenant);
    Scheduler scheduler = fork.scheduler(tenant);
    for (int id : hidden) {
      tell(scheduler, new EngineNotice.JobEnded(tenant, id, true), seen);
    }
    Decision other = fork.take(tenant);
    for (int id : hidden) {
      if (JobFate.isQueued(seen.job(id))) {
        tell(scheduler, new EngineNotice.JobArrived(tenant, id), seen);
      }
    }
    if (!isAnother(kind, other)) {
      return null;
    }
    if (kind != Alternative.Kind.STAYS) {
      // What was hidden is back: whoever can use it gets it at the same instant.
      fork.ask(tenant);
    }
    return ended(kind, fork, other);
  }

  private boolean isAnother(Alternative.Kind kind, Decision other) {
    return switch (kind) {
      case JOB_FIRST -> Deed.placement(other, job) != null;
      case STAYS -> Deed.of(other, job, false) == Deed.KEPT;
      default ->
          Deed.placement(other, job) == null
              && !startedBeside().containsAll(JobFate.startedBeside(other, job, view));
    };
  }

  /** The decision without what it does to the job. */
  private @Nullable Alternative left(Alternative.Kind kind) {
    Simulation fork = before.fork();
    ClusterView seen = fork.cluster().observe(tenant);
    Decision own = fork.scheduler(tenant).decide(seen);
    AlteredDecision altered = AlteredDecision.leaving(job, own, seen);
    return altered(kind, fork, altered);
  }

  /** The job on the tightest free GPUs, then whatever else the scheduler does. */
  private @Nullable Alternative first(Alternative.Kind kind) {
    Simulation fork = before.fork();
    ClusterView seen = fork.cluster().observe(tenant);
    Scheduler scheduler = fork.scheduler(tenant);
    Placement placement = new RoomFinder(seen, seen.job(job)).tightest();
    if (placement == null) {
      return null;
    }
    Action.Start start = new Action.Start(job, placement);
    if (leases()) {
      Decision own = scheduler.decide(seen);
      return altered(kind, fork, AlteredDecision.after(List.of(start), own, seen));
    }
    tell(scheduler, new EngineNotice.JobEnded(tenant, job, true), seen);
    fork.intervene(tenant, List.of(start));
    Decision rest = fork.take(tenant);
    if (Deed.of(rest, job, false) != Deed.KEPT) {
      return null;
    }
    List<Action> both = new ArrayList<>();
    both.add(start);
    both.addAll(rest.actions());
    return ended(kind, fork, Decision.of(both));
  }

  private @Nullable Alternative altered(
      Alternative.Kind kind, Simulation fork, AlteredDecision altered) {
    Decision other = altered.decision();
    if (leases() && other.actions().stream().noneMatch(Action.Lease.class::isInstance)) {
      // Without a round nobody would ever ask these jobs to stop.
      return null;
    }
    fork.cluster().apply(tenant, other);
    ClusterView seen = fork.cluster().observe(tenant);
    for (EngineNotice notice : altered.notices(tenant)) {
      tell(fork.scheduler(tenant), notice, seen);
    }
    boolean nothingComes = seen.runningCount() == 0 && other.wakeAt() == Double.POSITIVE_INFINITY;
    return nothingComes ? null : ended(kind, fork, other);
  }

  private static void tell(Scheduler scheduler, EngineNotice notice, ClusterView view) {
    if (scheduler.listensTo().contains(notice.kind())) {
      scheduler.on(notice, view);
    }
  }

  private Alternative ended(Alternative.Kind kind, Simulation fork, Decision other) {
    JobFate fate = JobFate.of(other, job, view);
    String place =
        kind == Alternative.Kind.STAYS ? JobFate.held(view.job(job), view) : fate.place();
    return new Alternative(
        kind, place, fate.started(), Effect.of(fork.placeOf(job), result, fork.run().result()));
  }
}
