package org.edgetwin.agents.pair;

import java.util.Arrays;
import org.edgetwin.sim.fleet.NodeState;
import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.policies.NodeCalendar;
import org.edgetwin.sim.policies.SharedGpus;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Placement;

/**
 * What each node offers the job that was picked: GPUs now, those of jobs that come after it, or a
 * reservation; and last what "nowhere" means for it.
 */
final class Offers {
  private static final double LOG_USUAL_TFLOPS = 2.3;
  private static final double LOG_USUAL_WORK = 8;

  private final Roster roster;
  private final NodeCalendar calendar;
  private final Openings openings;
  private final Victims victims;
  private final SharedGpus shares;
  private final JobRows jobs;
  private final LinearRule rule;
  private float[] features = new float[0];
  private float[] scores = new float[1];
  private boolean[] legal = new boolean[1];
  private double[] starts = new double[0];
  private double[] durations = new double[0];

  /** Of a job that needs a share: the GPU, what it keeps there, seconds that others lose. */
  private int[] gpus = new int[0];

  private double[] retained = new double[0];
  private double[] costs = new double[0];
  private boolean[] evicts = new boolean[0];

  Offers(
      Roster roster,
      NodeCalendar calendar,
      Openings openings,
      Victims victims,
      SharedGpus shares,
      JobRows jobs,
      LinearRule rule) {
    this.roster = roster;
    this.calendar = calendar;
    this.openings = openings;
    this.victims = victims;
    this.shares = shares;
    this.jobs = jobs;
    this.rule = rule;
  }

  /**
   * Collects the offers for a job.
   *
   * @param queued whether it holds no GPUs in the plan
   * @param mayReserve whether a node that is busy now is an offer
   * @param mayDecline whether nowhere is legal even if there is an offer
   */
  void collect(int row, boolean queued, boolean mayReserve, boolean mayDecline) {
    int n = roster.nodeCount();
    if (starts.length < n) {
      features = new float[n * PairFeature.COUNT];
      scores = new float[n + 1];
      legal = new boolean[n + 1];
      starts = new double[n];
      durations = new double[n];
      gpus = new int[n];
      retained = new double[n];
      costs = new double[n];
      evicts = new boolean[n];
    }
    Arrays.fill(features, 0);
    boolean any = false;
    for (int column = 0; column < n; column++) {
      starts[column] = start(row, column, queued, mayReserve);
      legal[column] = starts[column] < Double.POSITIVE_INFINITY;
      scores[column] = 0;
      any |= legal[column];
      if (legal[column]) {
        describe(row, column, queued);
        scores[column] = LinearRule.score(rule.place(), features, column * PairFeature.COUNT);
      }
    }
    legal[n] = mayDecline || !any;
    float perLog = rule.place()[PairFeature.LOG_FINISH.column()];
    scores[n] =
        queued
            ? perLog * (float) Math.log(roster.bestDuration(row)) + rule.hold()
            : perLog * (float) Math.log(Math.max(1, jobs.stay(row))) + rule.stay();
  }

  /** When the job could start on a node; the rest of the offer is written down. */
  private double start(int row, int column, boolean queued, boolean mayReserve) {
    ClusterView view = roster.view();
    double duration = roster.duration(row, column);
    NodeView node = roster.node(column);
    durations[column] = duration;
    evicts[column] = false;
    if (duration == Double.POSITIVE_INFINITY || node.state() != NodeState.UP) {
      return Double.POSITIVE_INFINITY;
    }
    JobView job = roster.job(row);
    if (!job.demand().wholeGpus()) {
      return startShare(row, column, queued, mayReserve);
    }
    boolean free = openings.isFree(row, column);
    if (!queued) {
      return free ? view.now() : Double.POSITIVE_INFINITY;
    }
    if (free && job.gpus() <= view.freeGpus()) {
      return view.now();
    }
    evicts[column] = openings.isEvictable(row, column);
    if (evicts[column]) {
      return view.now();
    }
    return mayReserve
        ? soon(calendar.earliest(job, node, duration, view))
        : Double.POSITIVE_INFINITY;
  }

  /** Never, if it would be as good as that. */
  private double soon(double start) {
    return start - roster.view().now() < Roster.FOR_EVER ? start : Double.POSITIVE_INFINITY;
  }

  private double startShare(int row, int column, boolean queued, boolean mayReserve) {
    ClusterView view = roster.view();
    JobView job = roster.job(row);
    NodeView node = roster.node(column);
    double alone = roster.duration(row, column);
    if (openings.isFree(row, column) && shares.findNow(job, node, alone, view)) {
      return note(column, view.now());
    }
    if (!queued) {
      return Double.POSITIVE_INFINITY;
    }
    evicts[column] = openings.isEvictable(row, column) && findWithoutVictims(row, column);
    if (evicts[column]) {
      return note(column, view.now());
    }
    return mayReserve && shares.findLater(job, node, alone, view)
        ? note(column, soon(shares.start()))
        : Double.POSITIVE_INFINITY;
  }

  /** Looks for a GPU as if those who would have to leave for the job had left. */
  private boolean findWithoutVictims(int row, int column) {
    ClusterView view = roster.view();
    victims.find(row, column, jobs.scores());
    int mark = view.plan().mark();
    for (int i = 0; i < victims.count(); i++) {
      view.plan().release(roster.job(victims.row(i)));
    }
    boolean found =
        shares.findNow(roster.job(row), roster.node(column), roster.duration(row, column), view);
    view.plan().undo(mark);
    return found;
  }

  private double note(int column, double start) {
    durations[column] = shares.duration();
    gpus[column] = shares.gpu();
    retained[column] = shares.retained();
    costs[column] = shares.cost();
    return start;
  }

  private void describe(int row, int column, boolean queued) {
    ClusterView view = roster.view();
    NodeView node = roster.node(column);
    JobView job = roster.job(row);
    double delay = starts[column] - view.now();
    double duration = durations[column];
    set(column, PairFeature.LOG_FINISH, Math.log(delay + duration));
    set(column, PairFeature.LOG_DURATION, Math.log(duration));
    set(column, PairFeature.WAITS, delay > 0 ? 1 : 0);
    set(column, PairFeature.LOG_DELAY, Math.log1p(delay));
    set(column, PairFeature.PREEMPTS, evicts[column] ? 1 : 0);
    double freeAfter = roster.freeGpus(column) - gpus(job.demand(), job.gpus());
    if (evicts[column]) {
      victims.find(row, column, jobs.scores());
      double service = 0;
      for (int i = 0; i < victims.count(); i++) {
        JobView victim = roster.job(victims.row(i));
        service += roster.remaining(victim) * victim.gpus();
        freeAfter += gpus(victim.demand(), view.gpusOn(victim, node.index()));
      }
      set(
          column,
          PairFeature.LOG_VICTIMS,
          Math.log1p(service / (roster.remaining(job) * job.gpus())));
    }
    double mean = roster.beliefMean(row, column);
    set(column, PairFeature.BELIEF_MEAN, mean);
    set(column, PairFeature.BELIEF_SD, roster.beliefSd(row, column));
    set(column, PairFeature.ADVANTAGE, roster.advantage(row, column));
    set(
        column,
        PairFeature.SPEED_FOR_WORK,
        (Math.log(roster.groupOf(column).gpuModel().fp32Tflops()) - LOG_USUAL_TFLOPS)
            * (Math.log(roster.remaining(job)) - LOG_USUAL_WORK));
    set(column, PairFeature.LEFT_OVER, Math.max(0, freeAfter) / node.spec().gpuCount());
    set(column, PairFeature.MIGRATES, queued ? 0 : 1);
    set(column, PairFeature.LOG_NEIGHBOURS, -roster.logRetained(row, column));
    if (!job.demand().wholeGpus()) {
      set(column, PairFeature.LOG_SHARING, Math.log(1 / retained[column]));
      set(column, PairFeature.LOG_COST, Math.log1p(costs[column] / (delay + duration)));
    }
  }

  private static double gpus(Demand demand, int count) {
    return count * (double) demand.milliPerGpu() / Demand.WHOLE_GPU;
  }

  private void set(int column, PairFeature feature, double value) {
    features[column * PairFeature.COUNT + feature.column()] = (float) value;
  }

  /** Whether jobs must leave a node for the job to start there now. */
  boolean evicts(int column) {
    return evicts[column];
  }

  /** When the job could start on a node, seconds since the start of the run. */
  double start(int column) {
    return starts[column];
  }

  /** What an offer to start now gives the job. */
  Placement placement(JobView job, int column) {
    int node = roster.node(column).index();
    return job.demand().wholeGpus()
        ? Placement.whole(node, job.gpus())
        : Placement.shared(node, gpus[column], job.demand().milliPerGpu());
  }

  /** Speaks for what a job is given; what it starts on now, the plan must have taken. */
  void claim(JobView job, int column) {
    int node = roster.node(column).index();
    double end = starts[column] + durations[column];
    if (job.demand().wholeGpus() || gpus[column] == SharedGpus.ANY) {
      calendar.claim(node, starts[column], end, job.gpus());
    } else {
      calendar.claimShare(job, node, gpus[column], starts[column], end);
    }
  }

  /** {@code float[nodes][PairFeature.COUNT]}, row-major; maybe longer. */
  float[] features() {
    return features;
  }

  /** {@code float[nodes + 1]}, nowhere last; maybe longer. */
  float[] scores() {
    return scores;
  }

  /** {@code boolean[nodes + 1]}, nowhere last; maybe longer. */
  boolean[] legal() {
    return legal;
  }
}
