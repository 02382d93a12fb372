package org.edgetwin.agents.pair;

import java.util.Arrays;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.ClusterView;

/** The features and rule scores of the jobs of a pass. */
final class JobRows {
  private static final double GREATEST_REGRET = 3;
  private static final double GREATEST_PROGRESS = 3;

  private final Roster roster;
  private final Openings openings;
  private final Openings.Progress progress;
  private final float[] weights;
  private float[] features = new float[0];
  private float[] scores = new float[0];
  private double[] freeDurations = new double[0];
  private double[] stays = new double[0];

  /** Rows whose features have changed since {@link #clearChanged}. */
  private boolean[] changed = new boolean[0];

  JobRows(Roster roster, Openings openings, Openings.Progress progress, LinearRule rule) {
    this.roster = roster;
    this.openings = openings;
    this.progress = progress;
    this.weights = rule.order();
  }

  /** Writes all features of all jobs. */
  void begin() {
    int n = roster.jobCount();
    if (scores.length < n) {
      features = new float[2 * n * JobFeature.COUNT];
      scores = new float[2 * n];
      freeDurations = new double[2 * n];
      stays = new double[2 * n];
      changed = new boolean[2 * n];
    }
    for (int row = 0; row < n; row++) {
      freeDurations[row] = openings.bestFreeDuration(row);
      write(row);
    }
  }

  /** Writes the features of those jobs that now find other GPUs free. */
  void refresh() {
    for (int row = 0; row < roster.jobCount(); row++) {
      double free = openings.bestFreeDuration(row);
      if (free != freeDurations[row]) {
        freeDurations[row] = free;
        write(row);
      }
    }
  }

  /** Writes the features of one job. */
  void write(int row) {
    ClusterView view = roster.view();
    JobView job = roster.job(row);
    double now = view.now();
    boolean running = !progress.queued[row];
    double work = roster.work(job);
    double best = roster.bestDuration(row);
    boolean fitsOneNode = best < Double.POSITIVE_INFINITY;
    double free = freeDurations[row];
    boolean anyFree = free < Double.POSITIVE_INFINITY;
    stays[row] = job.state().holdsGpus() ? roster.untilEnd(job) : 0;
    set(row, JobFeature.LOG_REMAINING, Math.log(roster.remaining(job)));
    set(row, JobFeature.LOG_GPUS, Math.log(Math.max(1, job.gpus())));
    set(row, JobFeature.LOG_BEST_DURATION, fitsOneNode ? Math.log(best) : Math.log(work));
    set(row, JobFeature.LOG_AGE, Math.log1p(now - job.submitTime()));
    set(row, JobFeature.RUNNING, running ? 1 : 0);
    set(row, JobFeature.LOG_SPREAD, fitsOneNode ? Math.log(roster.meanDuration(row) / best) : 0);
    set(row, JobFeature.RESTARTS, !running && job.startCount() > 0 ? 1 : 0);
    set(
        row,
        JobFeature.PROGRESS,
        Math.min(GREATEST_PROGRESS, view.attainedService(job) / (Math.max(1, job.gpus()) * work)));
    set(row, JobFeature.CAN_START, !running && anyFree ? 1 : 0);
    set(
        row,
        JobFeature.LOG_REGRET,
        running ? 0 : anyFree ? Math.min(GREATEST_REGRET, Math.log(free / best)) : GREATEST_REGRET);
    set(row, JobFeature.LOG_RUNNING, running ? Math.log1p(view.runningSeconds(job)) : 0);
    set(
        row,
        JobFeature.LOG_MIGRATION_GAIN,
        running && anyFree ? Math.max(0, Math.log(stays[row] / free)) : 0);
    scores[row] = LinearRule.score(weights, features, row * JobFeature.COUNT);
    changed[row] = true;
  }

  private void set(int row, JobFeature feature, double value) {
    features[row * JobFeature.COUNT + feature.column()] = (float) value;
  }

  /** {@code float[jobs][JobFeature.COUNT]}, row-major; maybe longer. */
  float[] features() {
    return features;
  }

  /** {@code float[jobs]}; maybe longer. */
  float[] scores() {
    return scores;
  }

  /** Seconds that a running job is predicted to have left where it is. */
  double stay(int row) {
    return stays[row];
  }

  double freeDuration(int row) {
    return freeDurations[row];
  }

  boolean isChanged(int row) {
    return changed[row];
  }

  void clearChanged() {
    Arrays.fill(changed, 0, roster.jobCount(), false);
  }
}
