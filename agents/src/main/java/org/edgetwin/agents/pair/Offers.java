package org.edgetwin.agents.pair;

import java.util.Arrays;
import org.edgetwin.sim.fleet.NodeState;
import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.policies.NodeCalendar;
import org.edgetwin.sim.scheduling.ClusterView;

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
  private final JobRows jobs;
  private final LinearRule rule;
  private float[] features = new float[0];
  private float[] scores = new float[1];
  private boolean[] legal = new boolean[1];
  private double[] starts = new double[0];

  Offers(Roster roster, NodeCalendar calendar, Openings openings, JobRows jobs, LinearRule rule) {
    this.roster = roster;
    this.calendar = calendar;
    this.openings = openings;
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

  private double start(int row, int column, boolean queued, boolean mayReserve) {
    ClusterView view = roster.view();
    double duration = roster.duration(row, column);
    NodeView node = roster.node(column);
    if (duration == Double.POSITIVE_INFINITY || node.state() != NodeState.UP) {
      return Double.POSITIVE_INFINITY;
    }
    boolean free = openings.isFree(row, column);
    if (!queued) {
      return free ? view.now() : Double.POSITIVE_INFINITY;
    }
    JobView job = roster.job(row);
    if ((free && job.gpus() <= view.freeGpus()) || openings.isEvictable(row, column)) {
      return view.now();
    }
    return mayReserve ? calendar.earliest(job, node, duration, view) : Double.POSITIVE_INFINITY;
  }

  private void describe(int row, int column, boolean queued) {
    ClusterView view = roster.view();
    NodeView node = roster.node(column);
    JobView job = roster.job(row);
    double delay = starts[column] - view.now();
    double duration = roster.duration(row, column);
    boolean evicts = evicts(row, column);
    set(column, PairFeature.LOG_FINISH, Math.log(delay + duration));
    set(column, PairFeature.LOG_DURATION, Math.log(duration));
    set(column, PairFeature.WAITS, delay > 0 ? 1 : 0);
    set(column, PairFeature.LOG_DELAY, Math.log1p(delay));
    set(column, PairFeature.PREEMPTS, evicts ? 1 : 0);
    int freeAfter = node.freeGpus() - job.gpus();
    if (evicts) {
      openings.findVictims(row, column, jobs.scores());
      double service = 0;
      for (int i = 0; i < openings.victimCount(); i++) {
        JobView victim = roster.job(openings.victim(i));
        service += view.predictedRemaining(victim) * victim.gpus();
        freeAfter += view.gpusOn(victim, node.index());
      }
      set(
          column,
          PairFeature.LOG_VICTIMS,
          Math.log1p(service / (view.predictedRemaining(job) * job.gpus())));
    }
    double mean = roster.beliefMean(row, column);
    set(column, PairFeature.BELIEF_MEAN, mean);
    set(column, PairFeature.BELIEF_SD, roster.beliefSd(row, column));
    set(column, PairFeature.ADVANTAGE, roster.advantage(row, column));
    set(
        column,
        PairFeature.SPEED_FOR_WORK,
        (Math.log(roster.groupOf(column).gpuModel().fp32Tflops()) - LOG_USUAL_TFLOPS)
            * (Math.log(view.predictedRemaining(job)) - LOG_USUAL_WORK));
    set(column, PairFeature.LEFT_OVER, (double) Math.max(0, freeAfter) / node.spec().gpuCount());
    set(column, PairFeature.MIGRATES, queued ? 0 : 1);
    set(column, PairFeature.LOG_NEIGHBOURS, -roster.logRetained(row, column));
  }

  private void set(int column, PairFeature feature, double value) {
    features[column * PairFeature.COUNT + feature.column()] = (float) value;
  }

  /** Whether jobs must leave a node for the job to start there now. */
  boolean evicts(int row, int column) {
    return starts[column] <= roster.view().now()
        && openings.isEvictable(row, column)
        && !(openings.isFree(row, column) && roster.job(row).gpus() <= roster.view().freeGpus());
  }

  /** When the job could start on a node, seconds since the start of the run. */
  double start(int column) {
    return starts[column];
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
