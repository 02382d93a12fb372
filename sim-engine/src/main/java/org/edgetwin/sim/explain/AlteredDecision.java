package org.edgetwin.sim.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.edgetwin.sim.engine.IllegalDecisionException;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.AllocationPlan;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Decision;
import org.edgetwin.sim.scheduling.EngineNotice;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.ShareMode;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a decision if one job is treated otherwise than it says: queued, running as it
 * was, or started first. Whoever was to get GPUs that are then not free does not: a queued job does
 * not start, a running one stays as it was too.
 *
 * <p>Leaves its allocations in the plan of the view, where the cluster finds them when the decision
 * is carried out.
 */
final class AlteredDecision {
  private final Decision decision;
  private final List<Action.Start> first;
  private final ClusterView view;

  /** Jobs on which nothing is done but that they get a lease. */
  private final Set<Integer> untouched = new TreeSet<>();

  /** Running jobs that were to be stopped and started in one decision, and are not. */
  private final Set<Integer> notMoved = new TreeSet<>();

  private final Set<Integer> vacated = new TreeSet<>();

  /** Nodes that somebody was to get and does not. */
  private final Set<Integer> missedNodes = new TreeSet<>();

  private final Set<Integer> notStarted = new TreeSet<>();
  private final List<Action> kept = new ArrayList<>();

  private AlteredDecision(Decision decision, List<Action.Start> first, ClusterView view) {
    this.decision = decision;
    this.first = first;
    this.view = view;
  }

  /** The decision without what it does to a job. */
  static AlteredDecision leaving(int job, Decision decision, ClusterView view) {
    AlteredDecision altered = new AlteredDecision(decision, List.of(), view);
    altered.untouched.add(job);
    altered.settle();
    if (JobFate.isQueued(view.job(job))) {
      altered.notStarted.add(job);
    }
    return altered;
  }

  /**
   * The decision with the job in another node group: on the tightest GPUs that the rest of it
   * leaves free. Null if there are none, or if others are to share the job's GPUs.
   */
  static @Nullable AlteredDecision elsewhere(int job, Decision decision, ClusterView view) {
    Placement planned = Deed.placement(decision, job);
    if (planned == null || !mayStandElsewhere(planned, view.job(job))) {
      return null;
    }
    List<Action> rest = new ArrayList<>();
    Action.Lease lease = null;
    for (Action action : decision.actions()) {
      if (action instanceof Action.Migrate move && move.job() == job) {
        rest.add(new Action.Preempt(job));
      } else if (action instanceof Action.Lease own && own.job() == job) {
        lease = own;
      } else if (!(action instanceof Action.Start start) || start.job() != job) {
        rest.add(action);
      }
    }
    AlteredDecision altered = after(List.of(), new Decision(rest, decision.wakeAt()), view);
    Placement free = new RoomFinder(view, view.job(job)).tightest(groupOf(planned, view));
    if (free == null || view.job(job).nodeGroup() == groupOf(free, view)) {
      return null;
    }
    Placement other = new Placement(free.slices(), planned.milli(), planned.mode());
    view.plan().take(view.job(job), other);
    altered.kept.add(new Action.Start(job, other));
    if (lease != null) {
      altered.kept.add(lease);
    }
    return altered;
  }

  private static int groupOf(Placement placement, ClusterView view) {
    return view.fleet().node(placement.slices().get(0).node()).group();
  }

  private static boolean mayStandElsewhere(Placement planned, JobView job) {
    return job.elasticity() == null
        && !(planned.mode() instanceof ShareMode.Interleaved)
        && (!(planned.mode() instanceof ShareMode.Packed packed) || packed.first() == job.id());
  }

  /**
   * The decision after some other starts.
   *
   * @param first queued jobs, on which the decision itself does nothing
   */
  static AlteredDecision after(List<Action.Start> first, Decision decision, ClusterView view) {
    AlteredDecision altered = new AlteredDecision(decision, first, view);
    altered.settle();
    return altered;
  }

  /** Every round leaves one more job as it was, so there is an end. */
  private void settle() {
    boolean settled = false;
    while (!settled) {
      settled = play();
    }
    goOn();
    double lease = leaseSeconds();
    if (lease > 0) {
      first.forEach(start -> lease(start.job(), lease));
      untouched.stream()
          .filter(job -> view.job(job).state().holdsGpus())
          .forEach(job -> lease(job, lease));
    }
  }

  private void goOn() {
    for (Action action : decision.actions()) {
      if (action instanceof Action.Preempt preempt
          && kept.contains(preempt)
          && isMissedBy(view.job(preempt.job()))
          && view.plan().hold(view.job(preempt.job()))) {
        kept.remove(preempt);
        untouched.add(preempt.job());
      }
    }
  }

  private boolean isMissedBy(JobView stopped) {
    boolean startsAgain =
        kept.stream()
            .anyMatch(
                action -> action instanceof Action.Start start && start.job() == stopped.id());
    return !startsAgain && Arrays.stream(view.nodesOf(stopped)).anyMatch(missedNodes::contains);
  }

  /** Of the leases that the decision gives; 0 if it gives none. */
  private double leaseSeconds() {
    return decision.actions().stream()
        .filter(action -> action instanceof Action.Lease)
        .mapToDouble(action -> ((Action.Lease) action).seconds())
        .findFirst()
        .orElse(0);
  }

  private void lease(int job, double seconds) {
    boolean has =
        kept.stream()
            .anyMatch(action -> action instanceof Action.Lease lease && lease.job() == job);
    if (!has) {
      kept.add(new Action.Lease(job, seconds));
    }
  }

  /**
   * Plays the decision in the plan, as a cluster carries it out.
   *
   * @return false if one more running job has to stay as it was
   */
  private boolean play() {
    AllocationPlan plan = view.plan();
    plan.undo(0);
    vacated.clear();
    notStarted.clear();
    notMoved.clear();
    missedNodes.clear();
    kept.clear();
    for (Action action : decision.actions()) {
      if (action instanceof Action.Resize resize
          && !untouched.contains(resize.job())
          && view.job(resize.job()).state().holdsGpus()
          && !Held.isExactly(resize.placement(), view.job(resize.job()), view)) {
        plan.release(view.job(resize.job()));
        vacated.add(resize.job());
      }
    }
    for (Action action : first) {
      if (play(action)) {
        kept.add(action);
      }
    }
    for (Action action : decision.actions()) {
      int before = untouched.size();
      if (play(action)) {
        kept.add(action);
      }
      if (untouched.size() > before) {
        return false;
      }
    }
    return true;
  }

  /** Whether an action is still done. */
  private boolean play(Action action) {
    if (action instanceof Action.Start start) {
      return !staysInsteadOfMoving(start.job(), start.placement())
          && give(start.job(), start.placement());
    }
    if (action instanceof Action.Migrate move) {
      return !staysInsteadOfMoving(move.job(), move.placement())
          && takeAway(move.job())
          && give(move.job(), move.placement());
    }
    if (action instanceof Action.Resize resize) {
      return !untouched.contains(resize.job())
          && !notStarted.contains(resize.job())
          && (!vacated.contains(resize.job()) || give(resize.job(), resize.placement()));
    }
    if (action instanceof Action.Preempt preempt) {
      return takeAway(preempt.job());
    }
    if (action instanceof Action.Cancel cancel) {
      return !untouched.contains(cancel.job());
    }
    if (action instanceof Action.Lease lease) {
      return !notStarted.contains(lease.job())
          && (view.job(lease.job()).state().holdsGpus() || !untouched.contains(lease.job()));
    }
    return true;
  }

  private boolean staysInsteadOfMoving(int job, Placement placement) {
    boolean stays = untouched.contains(job);
    if (stays) {
      miss(placement);
    }
    if (stays && view.job(job).state().holdsGpus()) {
      notMoved.add(job);
    }
    return stays;
  }

  private void miss(Placement placement) {
    placement.slices().forEach(slice -> missedNodes.add(slice.node()));
  }

  private boolean takeAway(int job) {
    if (untouched.contains(job)) {
      return false;
    }
    view.plan().release(view.job(job));
    return true;
  }

  private boolean give(int id, Placement placement) {
    JobView job = view.job(id);
    try {
      view.plan().take(job, placement);
      return true;
    } catch (IllegalDecisionException e) {
      // Its GPUs are not free as things are now.
      miss(placement);
      (job.state().holdsGpus() ? untouched : notStarted).add(id);
      return false;
    }
  }

  /** What is to be done. */
  Decision decision() {
    return new Decision(List.copyOf(kept), decision.wakeAt());
  }

  /**
   * What a scheduler has to hear so that its books agree with this decision, after it: of a start
   * that did not come, and of a move to where the job was.
   */
  List<EngineNotice> notices(int tenant) {
    List<EngineNotice> notices = new ArrayList<>();
    notStarted.forEach(job -> notices.add(new EngineNotice.StartDropped(tenant, job)));
    for (int job : notMoved) {
      notices.add(new EngineNotice.JobPreempted(tenant, job));
      notices.add(new EngineNotice.JobStarted(tenant, job));
    }
    return notices;
  }
}
