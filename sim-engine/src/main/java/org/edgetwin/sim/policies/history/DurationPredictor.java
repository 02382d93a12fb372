package org.edgetwin.sim.policies.history;

import java.util.LinkedHashMap;
import java.util.Map;
import org.edgetwin.sim.job.JobView;

/**
 * Predicts how long a job will take from jobs that have ended, in the logarithm of seconds: a
 * rolling mean of the user's similar jobs, and a ridge regression on what was known when the job
 * came. It learns online, from the jobs of one virtual cluster.
 *
 * <p>Features: gang, hour of day, recent durations in the virtual cluster and of the user, rhythm
 * of submissions, the rolling mean. Where users are unknown, names say nothing either and the
 * rolling mean is left out.
 */
public final class DurationPredictor {
  private static final int FEATURES = 13;
  private static final double PENALTY = 50;
  private static final double USER_MEMORY = 0.1;
  private static final double DAY_SECONDS = 86_400;

  /** New weights after this many ended jobs. */
  private static final int REFIT = 20;

  private final double rollingWeight;
  private final RecurringJobs recurring;
  private final RecentDurations recent;
  private final Ridge ridge;
  private final Map<String, Double> meanByUser;

  /** What was known of each job in the system when it came. */
  private final Map<Integer, double[]> featuresByJob;

  /**
   * A predictor that has seen nothing.
   *
   * @param rollingWeight weight of the rolling mean against the regression, 0 to 1
   */
  public DurationPredictor(double rollingWeight) {
    this(
        rollingWeight,
        new RecurringJobs(),
        new RecentDurations(),
        new Ridge(FEATURES, PENALTY),
        new LinkedHashMap<>(),
        new LinkedHashMap<>());
  }

  private DurationPredictor(
      double rollingWeight,
      RecurringJobs recurring,
      RecentDurations recent,
      Ridge ridge,
      Map<String, Double> meanByUser,
      Map<Integer, double[]> featuresByJob) {
    this.rollingWeight = rollingWeight;
    this.recurring = recurring;
    this.recent = recent;
    this.ridge = ridge;
    this.meanByUser = meanByUser;
    this.featuresByJob = featuresByJob;
  }

  /**
   * Predicts a job that has come, or come back.
   *
   * @return logarithm of seconds plus one; 0 as long as no job has ended
   */
  public double predict(JobView job, double now) {
    if (recent.count() == 0) {
      recent.arrived(now);
      return 0;
    }
    double rolling = rollingMean(job);
    double[] features = features(job, now, rolling);
    featuresByJob.put(job.id(), features);
    recent.arrived(now);
    double model = recent.mean() + ridge.predict(features);
    return Double.isNaN(rolling) ? model : model + rollingWeight * (rolling - model);
  }

  private double rollingMean(JobView job) {
    return job.terms().user().isEmpty()
        ? Double.NaN
        : recurring.mean(job.terms().user(), job.gpus(), bareName(job));
  }

  /** Without the source and the number of the submission that may stand before the name. */
  private static String bareName(JobView job) {
    return job.name().substring(job.name().lastIndexOf('/') + 1);
  }

  private double[] features(JobView job, double now, double rolling) {
    double[] features = new double[FEATURES];
    double hourAngle = 2 * Math.PI * (now % DAY_SECONDS) / DAY_SECONDS;
    int gpus = job.gpus();
    features[0] = 1;
    features[1] = Math.log1p(gpus);
    features[2] = Math.sin(hourAngle);
    features[3] = Math.cos(hourAngle);
    features[4] = recent.logGap(now) / 4;
    features[5] = recent.logArrivals(now) / 2;
    recent.describe(gpus, features, 6);
    features[10] = meanByUser.getOrDefault(job.terms().user(), recent.mean()) - recent.mean();
    features[11] = Double.isNaN(rolling) ? 0 : 1;
    features[12] = Double.isNaN(rolling) ? 0 : rolling - recent.mean();
    return features;
  }

  /** A job has ended after so many seconds of work. */
  public void ended(JobView job, double seconds) {
    double value = Math.log1p(seconds);
    double[] features = featuresByJob.remove(job.id());
    if (features != null) {
      ridge.add(features, value - recent.mean());
      if (recent.count() % REFIT == 0) {
        ridge.fit();
      }
    }
    recent.add(job.gpus(), value);
    String user = job.terms().user();
    if (!user.isEmpty()) {
      recurring.add(user, job.gpus(), bareName(job), value);
      double before = meanByUser.getOrDefault(user, value);
      meanByUser.put(user, before + USER_MEMORY * (value - before));
    }
  }

  /** A job has left from the queue: nothing is known of how long it would have taken. */
  public void forget(JobView job) {
    featuresByJob.remove(job.id());
  }

  public DurationPredictor copy() {
    return new DurationPredictor(
        rollingWeight,
        recurring.copy(),
        recent.copy(),
        ridge.copy(),
        new LinkedHashMap<>(meanByUser),
        // Features are never changed once made.
        new LinkedHashMap<>(featuresByJob));
  }
}
