package org.edgetwin.sim.policies.muri;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.edgetwin.sim.fleet.NodeState;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.optimize.SolverMeter;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.Capability;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Decision;
import org.edgetwin.sim.scheduling.EngineNotice;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.Scheduler;
import org.edgetwin.sim.scheduling.ScoreTerm;
import org.edgetwin.sim.scheduling.Slice;
import org.jspecify.annotations.Nullable;

/**
 * Another scheduler that decides on ticks only, as the testbed of [muri] does: at a multiple of the
 * period, and only if something has happened since the last pass or the other scheduler asked to be
 * woken. A job that ends between two ticks frees its GPUs for others at the next one.
 *
 * <p>Where it is wanted, every pass also restarts the jobs that stay, at once and on as many GPUs
 * of the same nodes: they pay their restart. A job on a node that is being drained, or dearer than
 * its cap now, goes on undisturbed, because it could not come back.
 */
final class TickedScheduler implements Scheduler {
  private final Scheduler inner;
  private final Ticks ticks;
  private final boolean restartsAll;

  /** Jobs that are being restarted: no news to the other scheduler. */
  private final BitSet restartingJobs;

  TickedScheduler(Scheduler inner, Ticks ticks, boolean restartsAll) {
    this(inner, ticks, restartsAll, new BitSet());
  }

  private TickedScheduler(
      Scheduler inner, Ticks ticks, boolean restartsAll, BitSet restartingJobs) {
    this.inner = inner;
    this.ticks = ticks;
    this.restartsAll = restartsAll;
    this.restartingJobs = restartingJobs;
  }

  @Override
  public Decision decide(ClusterView view) {
    double now = view.now();
    if (!ticks.isTick(now)) {
      // Something has happened, or nobody would ask.
      return new Decision(List.of(), ticks.notBefore(now, now));
    }
    Decision decision = inner.decide(view);
    List<Action> actions =
        restartsAll ? withRestarts(decision.actions(), view) : decision.actions();
    return new Decision(actions, ticks.notBefore(decision.wakeAt(), now));
  }

  private List<Action> withRestarts(List<Action> actions, ClusterView view) {
    List<Action> all = new ArrayList<>(actions);
    BitSet stopped = new BitSet();
    for (Action action : actions) {
      if (action instanceof Action.Preempt preempt) {
        stopped.set(preempt.job());
      }
    }
    view.forEachRunning(
        id -> {
          if (!stopped.get(id) && mayComeBack(view.job(id), view)) {
            restartingJobs.set(id);
            all.add(new Action.Migrate(id, sameNodes(view.job(id), view)));
          }
        });
    return all;
  }

  private static boolean mayComeBack(JobView job, ClusterView view) {
    for (int node : view.nodesOf(job)) {
      if (view.fleet().node(node).state() != NodeState.UP) {
        return false;
      }
    }
    return view.plan().accepts(job, job.nodeGroup());
  }

  private static Placement sameNodes(JobView job, ClusterView view) {
    int[] nodes = view.nodesOf(job);
    if (!job.demand().wholeGpus()) {
      int gpu = 0;
      while (!view.holdsGpu(job, nodes[0], gpu)) {
        gpu++;
      }
      return Placement.shared(nodes[0], gpu, job.demand().milliPerGpu());
    }
    List<Slice> slices = new ArrayList<>();
    for (int node : nodes) {
      slices.add(Slice.of(node, view.gpusOn(job, node)));
    }
    return Placement.whole(slices);
  }

  @Override
  public void on(EngineNotice notice, ClusterView view) {
    if (notice instanceof EngineNotice.JobPreempted preempted
        && restartingJobs.get(preempted.job())) {
      return;
    }
    if (notice instanceof EngineNotice.JobStarted started && restartingJobs.get(started.job())) {
      restartingJobs.clear(started.job());
      return;
    }
    if (inner.listensTo().contains(notice.kind())) {
      inner.on(notice, view);
    }
  }

  @Override
  public Set<EngineNotice.Kind> listensTo() {
    Set<EngineNotice.Kind> kinds = EnumSet.noneOf(EngineNotice.Kind.class);
    kinds.addAll(inner.listensTo());
    if (restartsAll) {
      kinds.add(EngineNotice.Kind.JOB_PREEMPTED);
      kinds.add(EngineNotice.Kind.JOB_STARTED);
    }
    return kinds;
  }

  @Override
  public List<ScoreTerm> terms(JobView job, ClusterView view) {
    return inner.terms(job, view);
  }

  @Override
  public @Nullable SolverMeter solverMeter() {
    return inner.solverMeter();
  }

  @Override
  public Knowledge knowledge() {
    return inner.knowledge();
  }

  @Override
  public Set<Capability> needs() {
    Set<Capability> needs = EnumSet.noneOf(Capability.class);
    needs.addAll(inner.needs());
    if (restartsAll) {
      needs.add(Capability.MIGRATE);
    }
    return needs;
  }

  @Override
  public Scheduler copy() {
    return new TickedScheduler(inner.copy(), ticks, restartsAll, (BitSet) restartingJobs.clone());
  }
}
