package org.edgetwin.sim.policies.slurm;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.EngineNotice;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.OrderingPolicy;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.ScoreTerm;

/**
 * Slurm with multifactor priorities and its backfill loop [slurm]. A virtual cluster is a
 * partition.
 *
 * <p>Main pass, whenever something changes: jobs in order of priority, until one does not fit. The
 * backfill pass, every {@code bf_interval} if something has changed since the last one: the first
 * {@code bf_max_job_test} jobs in order; each starts if it fits now beside what was promised to
 * those before it, else it is promised the earliest slot within {@code bf_window}. Promises live
 * for one pass.
 *
 * <p>Differs from [slurm]: promises are of GPUs and not of whole nodes; one level of shares, by
 * user, all equal; no reservations, preemption or partition tiers; a pass takes no time.
 * Complexity: a main pass O(starts log n), a backfill pass O(running + tests x steps of the
 * profile), new priorities O(n log n) every {@code calc_period}.
 */
final class SlurmBackfill implements OrderingPolicy {
  private static final Set<EngineNotice.Kind> NOTICES =
      EnumSet.of(
          EngineNotice.Kind.JOB_ARRIVED,
          EngineNotice.Kind.JOB_STARTED,
          EngineNotice.Kind.JOB_PREEMPTED,
          EngineNotice.Kind.JOB_REQUEUED,
          EngineNotice.Kind.START_DROPPED,
          EngineNotice.Kind.JOB_ENDED);

  /** Share of an interval by which an instant may miss its tick: clocks are doubles. */
  private static final double TICK_TOLERANCE = 1e-9;

  private final Knowledge knowledge;
  private final BackfillLoop loop;
  private final FairShare fairShare;
  private final PendingJobs pending;

  /** Whether something has happened since the last backfill pass. */
  private boolean changed;

  private ClusterView view;
  private boolean mainPassOver;

  /** Jobs that the main pass has started, with their node groups. */
  private final Map<Integer, Integer> groupByStarted = new TreeMap<>();

  /** Null outside of a backfill pass. */
  private BackfillPlan plan;

  private Iterator<Integer> tests;

  /**
   * When and how far the backfill loop looks.
   *
   * @param resolutionSeconds ends of jobs are rounded up to it; 0 for not at all
   * @param mostTests jobs looked at in a pass
   */
  record BackfillLoop(
      double intervalSeconds, double windowSeconds, double resolutionSeconds, int mostTests) {}

  SlurmBackfill(Knowledge knowledge, BackfillLoop loop, FairShare fairShare, PendingJobs pending) {
    this.knowledge = knowledge;
    this.loop = loop;
    this.fairShare = fairShare;
    this.pending = pending;
  }

  @Override
  public Set<EngineNotice.Kind> listensTo() {
    return NOTICES;
  }

  @Override
  public void on(EngineNotice notice, ClusterView clusterView) {
    if (notice instanceof EngineNotice.JobArrived arrived) {
      pending.add(clusterView.job(arrived.job()), clusterView);
    } else if (notice instanceof EngineNotice.JobStarted started) {
      pending.remove(started.job());
      hold(started.job(), 1, clusterView);
    } else if (notice instanceof EngineNotice.JobPreempted preempted) {
      hold(preempted.job(), -1, clusterView);
      pending.add(clusterView.job(preempted.job()), clusterView);
    } else if (notice instanceof EngineNotice.JobRequeued requeued) {
      hold(requeued.job(), -1, clusterView);
      pending.add(clusterView.job(requeued.job()), clusterView);
    } else if (notice instanceof EngineNotice.StartDropped dropped) {
      pending.add(clusterView.job(dropped.job()), clusterView);
      changed = true;
    } else if (notice instanceof EngineNotice.JobEnded ended) {
      if (ended.wasQueued()) {
        pending.remove(ended.job());
      } else {
        hold(ended.job(), -1, clusterView);
      }
    }
  }

  private void hold(int id, int sign, ClusterView clusterView) {
    JobView job = clusterView.job(id);
    fairShare.hold(job.terms().user(), sign * job.gpus(), clusterView.now());
  }

  @Override
  public void begin(ClusterView clusterView) {
    view = clusterView;
    pending.refresh(view);
    mainPassOver = false;
    groupByStarted.clear();
    plan = null;
    changed |= !isTick(view.now());
  }

  private boolean isTick(double time) {
    double ticks = time / loop.intervalSeconds();
    return Math.abs(ticks - Math.rint(ticks)) <= TICK_TOLERANCE * Math.max(1, ticks);
  }

  @Override
  public int next() {
    if (pending.isEmpty()) {
      return NONE;
    }
    if (!mainPassOver) {
      return pending.first();
    }
    if (plan == null) {
      if (!isTick(view.now())) {
        return NONE;
      }
      beginBackfill();
    }
    while (tests.hasNext()) {
      JobView job = view.job(tests.next());
      BackfillPlan.Slot slot = plan.earliest(job);
      if (slot.start() <= view.now()) {
        return job.id();
      }
      promise(job, slot);
    }
    return NONE;
  }

  private void beginBackfill() {
    changed = false;
    plan = new BackfillPlan(view, loop.resolutionSeconds());
    groupByStarted.forEach((job, group) -> plan.started(view.job(job), group));
    List<Integer> tested = pending.first(loop.mostTests());
    tests = tested.iterator();
  }

  private void promise(JobView job, BackfillPlan.Slot slot) {
    if (slot.start() <= view.now() + loop.windowSeconds()) {
      plan.promise(job, slot);
    }
  }

  @Override
  public boolean approves(int id, Placement placement) {
    return plan == null || plan.now(view.job(id), group(placement)).start() <= view.now();
  }

  private int group(Placement placement) {
    return view.fleet().node(placement.slices().get(0).node()).group();
  }

  @Override
  public void outcome(int id, Outcome outcome, Placement placement) {
    JobView job = view.job(id);
    if (outcome == Outcome.PLACED) {
      if (plan == null) {
        groupByStarted.put(id, group(placement));
      } else {
        plan.promise(job, plan.now(job, group(placement)));
      }
      pending.remove(id);
      changed = true;
    } else if (plan == null) {
      mainPassOver = true;
    } else {
      // There are GPUs enough, but not where it could use them: they are kept for it.
      promise(job, plan.earliest(job));
    }
  }

  @Override
  public double wakeAt() {
    if (!changed || pending.isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    double ticks = view.now() / loop.intervalSeconds();
    double last = isTick(view.now()) ? Math.rint(ticks) : Math.floor(ticks);
    return (last + 1) * loop.intervalSeconds();
  }

  /** Its priority, and what the backfill loop would promise it now. */
  @Override
  public List<ScoreTerm> terms(JobView job, ClusterView clusterView) {
    begin(clusterView);
    List<ScoreTerm> terms = new ArrayList<>(pending.terms(job.id()));
    beginBackfill();
    while (tests.hasNext()) {
      JobView tested = view.job(tests.next());
      BackfillPlan.Slot slot = plan.earliest(tested);
      if (tested.id() == job.id()) {
        if (slot.start() <= view.now() + loop.windowSeconds()) {
          terms.add(
              new ScoreTerm(
                  ScoreTerm.TURN,
                  "planned start in the backfill loop, seconds from now",
                  slot.start() - view.now()));
        }
        return terms;
      }
      promise(tested, slot);
    }
    return terms;
  }

  @Override
  public Knowledge knowledge() {
    return knowledge;
  }

  @Override
  public OrderingPolicy copy() {
    FairShare copiedShares = fairShare.copy();
    SlurmBackfill copy =
        new SlurmBackfill(knowledge, loop, copiedShares, pending.copy(copiedShares));
    copy.changed = changed;
    return copy;
  }
}
