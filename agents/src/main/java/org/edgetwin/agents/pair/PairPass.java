package org.edgetwin.agents.pair;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.policies.LearnedOutlook;
import org.edgetwin.sim.policies.NodeCalendar;
import org.edgetwin.sim.policies.SharedGpus;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Decision;
import org.edgetwin.sim.scheduling.Placement;

/**
 * One decision of the two agents, step by step. The orderer picks a job; the placer gives it a
 * node, now or as a reservation, or nowhere; and again, until the orderer stops or nobody could
 * start or move. A job is picked at most once, unless it is preempted after that.
 *
 * <p>The choices are those that make sense in the plan as it is:
 *
 * <ul>
 *   <li>A waiting job may start on free GPUs, or on those of running jobs whose rule scores are
 *       lower (lowest first), which go back to the queue; or reserve a busy node, as {@code wait}
 *       does. A reservation lasts for the pass.
 *   <li>A running job may move to free GPUs where it is predicted to end clearly earlier.
 *   <li>For a job that needs a share of a GPU a node means the GPU of it that {@link SharedGpus}
 *       finds best: an empty one, or one beside those whom it fits.
 *   <li>A job that no single node can host is placed as {@code fastest-gpu} would, as soon as it is
 *       picked, unless that is reserved.
 * </ul>
 *
 * <p>Every legal choice is one that the engine accepts. While nothing runs that ends by itself,
 * doing nothing is not legal.
 */
public final class PairPass {
  /** Who chooses next. */
  public enum Turn {
    ORDERER,
    PLACER,
    /** Nobody: the decision is made. */
    DONE
  }

  /** A move must promise to leave at most this share of the time. */
  private static final double WORTH_MOVING = 0.95;

  /** Jobs that may reserve in one pass. */
  private static final int DEPTH = 64;

  /** How much lower than the lowest legal job the rule scores stopping. */
  private static final float STOP_MARGIN = 8;

  private static final double PICKED_SCALE = 0.1;

  private final Roster roster;
  private final NodeCalendar calendar = new NodeCalendar();
  private final Openings.Progress progress = new Openings.Progress();
  private final Victims victims;
  private final Openings openings;
  private final JobRows jobs;
  private final NodeRows nodes;
  private final Offers offers;
  private final WideGangs wideGangs;
  private final List<Action> preemptions = new ArrayList<>();
  private final List<Action> starts = new ArrayList<>();
  private final float[] globals = new float[GlobalFeature.COUNT];
  private float[] orderScores = new float[1];
  private boolean[] orderLegal = new boolean[1];
  private Turn turn = Turn.DONE;
  private int chosen;
  private int picks;
  private int reservations;

  /**
   * @param outlook what is believed of machines, fed by the caller
   * @param preemptive whether running jobs may be preempted and moved
   */
  public PairPass(LinearRule rule, LearnedOutlook outlook, boolean preemptive) {
    roster = new Roster(outlook);
    victims = new Victims(roster, calendar, progress);
    SharedGpus shares = new SharedGpus(calendar, false);
    openings = new Openings(roster, calendar, progress, victims, shares, preemptive);
    jobs = new JobRows(roster, openings, progress, rule);
    nodes = new NodeRows(roster, calendar);
    offers = new Offers(roster, calendar, openings, victims, shares, jobs, rule);
    wideGangs = new WideGangs(roster, calendar);
  }

  /** A decision is due. */
  public void begin(ClusterView view) {
    preemptions.clear();
    starts.clear();
    picks = 0;
    reservations = 0;
    turn = Turn.DONE;
    if (view.queuedCount() == 0 && view.runningCount() == 0) {
      return;
    }
    roster.fill(view);
    calendar.begin(view);
    wideGangs.begin(view);
    progress.reset(roster);
    openings.begin();
    jobs.begin();
    openings.refreshEvictable(jobs.scores());
    nodes.begin();
    settle();
  }

  /** Finds out whether anybody could still start or move, and if so, who may be picked. */
  private void settle() {
    int n = roster.jobCount();
    if (orderLegal.length <= n) {
      orderLegal = new boolean[2 * n + 1];
      orderScores = new float[2 * n + 1];
    }
    boolean anyLive = false;
    float lowest = Float.POSITIVE_INFINITY;
    for (int row = 0; row < n; row++) {
      boolean live = isLive(row);
      anyLive |= live;
      orderScores[row] = jobs.scores()[row];
      orderLegal[row] = live || mayReserve(row);
      if (orderLegal[row]) {
        lowest = Math.min(lowest, orderScores[row]);
      }
    }
    orderLegal[n] = !mustStart();
    orderScores[n] = lowest - STOP_MARGIN;
    turn = anyLive ? Turn.ORDERER : Turn.DONE;
  }

  /**
   * Whether somebody must start: with nothing running that ends, nothing might ever happen that
   * makes another decision due.
   */
  private boolean mustStart() {
    return !progress.anyEnds(roster);
  }

  private boolean isLive(int row) {
    if (progress.picked[row]) {
      return false;
    }
    JobView job = roster.job(row);
    if (!progress.queued[row]) {
      return jobs.freeDuration(row) < WORTH_MOVING * jobs.stay(row);
    }
    if (!fitsOneNode(row)) {
      return roster.view().plan().fits(job);
    }
    return (jobs.freeDuration(row) < Double.POSITIVE_INFINITY
            && (!job.demand().wholeGpus() || job.gpus() <= roster.view().freeGpus()))
        || openings.anyEvictable(row);
  }

  private boolean mayReserve(int row) {
    return progress.queued[row]
        && !progress.picked[row]
        && reservations < DEPTH
        && fitsOneNode(row);
  }

  private boolean fitsOneNode(int row) {
    return roster.bestDuration(row) < Double.POSITIVE_INFINITY;
  }

  public Turn turn() {
    return turn;
  }

  /**
   * The orderer's choice.
   *
   * @param row of a legal job, or {@link #jobCount} to stop
   * @throws IllegalArgumentException if it is not legal
   */
  public void pick(int row) {
    requireLegal(Turn.ORDERER, row, orderLegal, roster.jobCount());
    if (row == roster.jobCount()) {
      turn = Turn.DONE;
      return;
    }
    picks++;
    progress.picked[row] = true;
    chosen = row;
    if (fitsOneNode(row)) {
      offers.collect(row, progress.queued[row], reservations < DEPTH, !mustStart());
      turn = Turn.PLACER;
      return;
    }
    JobView job = roster.job(row);
    Placement gpus = wideGangs.find(job);
    if (gpus != null) {
      take(row, gpus);
      wideGangs.claim(job, gpus);
      for (int column = 0; column < roster.nodeCount(); column++) {
        refreshNode(column);
      }
      refreshJobs();
    }
    settle();
  }

  /**
   * The placer's choice for the job that was picked.
   *
   * @param column of a legal node, or {@link #nodeCount} for nowhere
   * @throws IllegalArgumentException if it is not legal
   */
  public void place(int column) {
    requireLegal(Turn.PLACER, column, offers.legal(), roster.nodeCount());
    if (column < roster.nodeCount()) {
      give(column);
    } else if (!progress.queued[chosen]) {
      // It stays, so nobody may have its GPUs any more.
      openings.refreshEvictable(jobs.scores());
    }
    settle();
  }

  private void requireLegal(Turn wanted, int choice, boolean[] legal, int none) {
    if (turn != wanted) {
      throw new IllegalArgumentException("It is the turn of " + turn + ", not of " + wanted + ".");
    }
    if (choice < 0 || choice > none || !legal[choice]) {
      throw new IllegalArgumentException(
          "The choice " + choice + " of 0.." + none + " is not legal here.");
    }
  }

  private void give(int column) {
    JobView job = roster.job(chosen);
    if (offers.start(column) > roster.view().now()) {
      offers.claim(job, column);
      reservations++;
      nodes.reserve(column, (double) job.demand().totalMilli() / Demand.WHOLE_GPU);
      openings.refreshFree(column);
      refreshJobs();
      return;
    }
    if (offers.evicts(column)) {
      victims.find(chosen, column, jobs.scores());
      for (int i = 0; i < victims.count(); i++) {
        leave(victims.row(i));
        progress.picked[victims.row(i)] = false;
      }
    }
    if (!progress.queued[chosen]) {
      leave(chosen);
    }
    take(chosen, offers.placement(job, column));
    offers.claim(job, column);
    refreshNode(column);
    refreshJobs();
  }

  /** A running job loses its GPUs in the plan. */
  private void leave(int row) {
    JobView job = roster.job(row);
    roster.view().plan().release(job);
    preemptions.add(new Action.Preempt(job.id()));
    progress.queued[row] = true;
    for (int node : roster.view().nodesOf(job)) {
      refreshNode(roster.columnOf(node));
    }
    jobs.write(row);
  }

  private void take(int row, Placement gpus) {
    JobView job = roster.job(row);
    roster.view().plan().take(job, gpus);
    starts.add(new Action.Start(job.id(), gpus));
    progress.queued[row] = false;
    progress.picked[row] = true;
  }

  private void refreshNode(int column) {
    openings.refreshFree(column);
    nodes.write(column);
  }

  private void refreshJobs() {
    jobs.refresh();
    openings.refreshEvictable(jobs.scores());
  }

  /** What is to be done, once the turn is nobody's. */
  public Decision decision() {
    List<Action> actions = new ArrayList<>(preemptions);
    actions.addAll(starts);
    return Decision.of(actions);
  }

  /** Simulated time, seconds. */
  public double now() {
    return roster.view().now();
  }

  public int jobCount() {
    return roster.jobCount();
  }

  public int nodeCount() {
    return roster.nodeCount();
  }

  public JobView job(int row) {
    return roster.job(row);
  }

  /** Index in the fleet of a node of this pass. */
  public int node(int column) {
    return roster.node(column).index();
  }

  /** The row of the job that was picked last. */
  public int picked() {
    return chosen;
  }

  /**
   * {@code float[jobs][JobFeature.COUNT]}, row-major; maybe longer. Valid until the next choice.
   */
  public float[] jobFeatures() {
    return jobs.features();
  }

  /** {@code float[nodes][NodeFeature.COUNT]}, as {@link #jobFeatures}. */
  public float[] nodeFeatures() {
    return nodes.features();
  }

  /** {@code float[GlobalFeature.COUNT]}. */
  public float[] globalFeatures() {
    ClusterView view = roster.view();
    double capacity = Math.max(1, view.capacityGpus());
    double demand = 0;
    int queued = 0;
    for (int row = 0; row < roster.jobCount(); row++) {
      if (progress.queued[row]) {
        demand += (double) roster.job(row).demand().totalMilli() / Demand.WHOLE_GPU;
        queued++;
      }
    }
    globals[GlobalFeature.LOG_QUEUED.column()] = (float) Math.log1p(queued);
    globals[GlobalFeature.LOG_RUNNING.column()] = (float) Math.log1p(roster.jobCount() - queued);
    globals[GlobalFeature.FREE_SHARE.column()] = (float) (view.freeGpus() / capacity);
    globals[GlobalFeature.LOG_DEMAND.column()] = (float) Math.log1p(demand / capacity);
    globals[GlobalFeature.PICKED.column()] = (float) (PICKED_SCALE * picks);
    return globals;
  }

  /** {@code float[nodes][PairFeature.COUNT]} for the job that was picked. */
  public float[] pairFeatures() {
    return offers.features();
  }

  Roster roster() {
    return roster;
  }

  /** The rule's scores of jobs and of stopping, {@code float[jobs + 1]}; maybe longer. */
  public float[] orderScores() {
    return orderScores;
  }

  /** Which jobs may be picked, and that stopping may be, {@code boolean[jobs + 1]}. */
  public boolean[] orderLegal() {
    return orderLegal;
  }

  /** The rule's scores of nodes and of nowhere, {@code float[nodes + 1]}; maybe longer. */
  public float[] placeScores() {
    return offers.scores();
  }

  /** Which nodes may be chosen, and that nowhere may be, {@code boolean[nodes + 1]}. */
  public boolean[] placeLegal() {
    return offers.legal();
  }

  /** Whether a job's features changed since {@link #clearChanged}. */
  public boolean isJobChanged(int row) {
    return jobs.isChanged(row);
  }

  /** Whether a node's features changed since {@link #clearChanged}. */
  public boolean isNodeChanged(int column) {
    return nodes.isChanged(column);
  }

  /** The caller has read all features. */
  public void clearChanged() {
    jobs.clearChanged();
    nodes.clearChanged();
  }
}
