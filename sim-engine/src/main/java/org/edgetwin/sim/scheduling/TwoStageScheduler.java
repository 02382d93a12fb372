package org.edgetwin.sim.scheduling;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.OrderingPolicy.Outcome;

/**
 * Which job next, then which GPUs: an {@link OrderingPolicy} and a {@link PlacementPolicy}. Any two
 * combine.
 *
 * <p>If the ordering is preemptive, a pass walks all jobs in the system, admits what fits and
 * preempts the rest, as {@link PreemptivePass} says.
 */
public final class TwoStageScheduler implements Scheduler {
  private final OrderingPolicy ordering;
  private final PlacementPolicy placement;
  private final PreemptivePass preemptivePass;
  private final Set<EngineNotice.Kind> orderingKinds;
  private final Set<EngineNotice.Kind> placementKinds;

  /** Shapes of jobs that have not fitted since the last opening. */
  private final BitSet misfitShapes = new BitSet();

  private long openings = -1;

  public TwoStageScheduler(OrderingPolicy ordering, PlacementPolicy placement) {
    this.ordering = ordering;
    this.placement = placement;
    orderingKinds = ordering.listensTo();
    placementKinds = placement.listensTo();
    preemptivePass = new PreemptivePass(ordering, placement);
  }

  @Override
  public Decision decide(ClusterView view) {
    if (view.queuedCount() == 0
        ? ordering.needsQueue()
        : !ordering.preemptive() && nothingCanStart(view)) {
      return Decision.NONE;
    }
    ordering.begin(view);
    placement.begin(view);
    List<Action> actions = ordering.preemptive() ? preemptivePass.run(view) : place(view);
    double wakeAt = ordering.wakeAt();
    return wakeAt == Double.POSITIVE_INFINITY
        ? Decision.of(actions)
        : new Decision(actions, wakeAt);
  }

  /** The commonest decisions by far: nobody waits, or no GPU is free and everybody needs one. */
  private static boolean nothingCanStart(ClusterView view) {
    return view.queuedCount() == 0 || (view.wholeGpusOnly() && view.freeGpus() == 0);
  }

  private List<Action> place(ClusterView view) {
    List<Action> actions = List.of();
    int id = ordering.next();
    while (id != OrderingPolicy.NONE) {
      Action.Start start = propose(view, id);
      if (start != null) {
        actions = append(actions, start);
        if (nothingCanStart(view)) {
          return actions;
        }
      }
      id = ordering.next();
    }
    return actions;
  }

  /** Most decisions start one job; a list that can grow is made only for a second one. */
  private static List<Action> append(List<Action> actions, Action action) {
    if (actions.isEmpty()) {
      return List.of(action);
    }
    List<Action> longer = actions.size() == 1 ? new ArrayList<>(actions) : actions;
    longer.add(action);
    return longer;
  }

  private Action.Start propose(ClusterView view, int id) {
    JobView job = view.job(id);
    PlacementChoice choice = choose(job, view);
    if (choice instanceof Placement gpus) {
      if (!ordering.approves(id, gpus)) {
        ordering.outcome(id, Outcome.VETOED, null);
        return null;
      }
      view.plan().take(job, gpus);
      ordering.outcome(id, Outcome.PLACED, gpus);
      return new Action.Start(id, gpus);
    }
    ordering.outcome(
        id, choice instanceof PlacementChoice.Wait ? Outcome.WAITS : Outcome.MISFIT, null);
    return null;
  }

  /** What did not fit is not tried again before something has become free. */
  private PlacementChoice choose(JobView job, ClusterView view) {
    if (openings != view.fleet().openings()) {
      openings = view.fleet().openings();
      misfitShapes.clear();
    }
    if (misfitShapes.get(job.shape())) {
      return PlacementChoice.MISFIT;
    }
    PlacementChoice choice = placement.choose(job, view);
    // One that may wait goes by more than what is free.
    if (choice instanceof PlacementChoice.Misfit && !placement.mayWait()) {
      misfitShapes.set(job.shape());
    }
    return choice;
  }

  @Override
  public void on(EngineNotice notice, ClusterView view) {
    if (placementKinds.isEmpty()) {
      ordering.on(notice, view);
      return;
    }
    if (orderingKinds.contains(notice.kind())) {
      ordering.on(notice, view);
    }
    if (placementKinds.contains(notice.kind())) {
      placement.on(notice, view);
    }
  }

  @Override
  public Set<EngineNotice.Kind> listensTo() {
    Set<EngineNotice.Kind> kinds = EnumSet.noneOf(EngineNotice.Kind.class);
    kinds.addAll(orderingKinds);
    kinds.addAll(placementKinds);
    return kinds;
  }

  @Override
  public List<ScoreTerm> terms(JobView job, ClusterView view) {
    List<ScoreTerm> terms = new ArrayList<>(ordering.terms(job, view));
    if (!job.state().holdsGpus()) {
      terms.addAll(placement.terms(job, view));
    }
    return terms;
  }

  @Override
  public Knowledge knowledge() {
    return ordering.knowledge().and(placement.knowledge());
  }

  @Override
  public Set<Capability> needs() {
    Set<Capability> needs = EnumSet.noneOf(Capability.class);
    needs.addAll(ordering.needs());
    needs.addAll(placement.needs());
    return needs;
  }

  @Override
  public Scheduler copy() {
    TwoStageScheduler copy = new TwoStageScheduler(ordering.copy(), placement.copy());
    copy.misfitShapes.or(misfitShapes);
    copy.openings = openings;
    return copy;
  }
}
