package org.edgetwin.sim.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.edgetwin.sim.job.JobState;

/** The metrics of measured jobs. */
final class JobFigures {
  private static final double SHORT_FLOOR_SECONDS = 10;
  private static final double LONG_FLOOR_SECONDS = 600;

  private final List<JobRecord> jobs;
  private final double endTime;

  /**
   * @param jobs the measured jobs
   * @param endTime when the run stopped
   */
  JobFigures(List<JobRecord> jobs, double endTime) {
    this.jobs = jobs;
    this.endTime = endTime;
  }

  void putInto(Map<Metric, Double> values) {
    double[] jctArray = sortedWithoutNaN(jobs.stream().mapToDouble(JobRecord::jctSeconds));
    values.put(Metric.JCT_MEAN_S, mean(jctArray));
    values.put(Metric.JCT_P50_S, Percentiles.of(jctArray, 0.5));
    values.put(Metric.JCT_P95_S, Percentiles.of(jctArray, 0.95));
    values.put(Metric.JCT_P99_S, Percentiles.of(jctArray, 0.99));
    double[] waitArray = sortedWithoutNaN(jobs.stream().mapToDouble(JobRecord::waitSeconds));
    values.put(Metric.WAIT_MEAN_S, mean(waitArray));
    values.put(Metric.WAIT_P95_S, Percentiles.of(waitArray, 0.95));
    values.put(Metric.STAGING_MEAN_S, stagingMean());
    values.put(Metric.SLOWDOWN_MEAN, slowdownMean());
    values.put(Metric.BOUNDED_SLOWDOWN_MEAN, boundedSlowdownMean(SHORT_FLOOR_SECONDS));
    values.put(Metric.BOUNDED_SLOWDOWN_600_MEAN, boundedSlowdownMean(LONG_FLOOR_SECONDS));
    values.put(Metric.JAIN_FAIRNESS_WAIT, jainFairness());
    values.put(Metric.DEADLINE_MISS_RATIO, deadlineMissRatio());
  }

  private static double[] sortedWithoutNaN(DoubleStream stream) {
    double[] values = stream.filter(value -> !Double.isNaN(value)).toArray();
    Arrays.sort(values);
    return values;
  }

  /** Adding in ascending order keeps the rounding small. */
  private static double mean(double[] sortedValues) {
    double sum = 0;
    for (double value : sortedValues) {
      sum += value;
    }
    return sum / sortedValues.length;
  }

  private double stagingMean() {
    return jobs.stream()
        .filter(job -> job.starts() > 0)
        .mapToDouble(job -> job.traffic().stagingSeconds())
        .average()
        .orElse(Double.NaN);
  }

  private double slowdownMean() {
    return jobs.stream()
        .filter(job -> job.state() == JobState.DONE && job.workSeconds() > 0)
        .mapToDouble(job -> job.jctSeconds() / job.workSeconds())
        .average()
        .orElse(Double.NaN);
  }

  private double boundedSlowdownMean(double floorSeconds) {
    return jobs.stream()
        .filter(job -> job.state() == JobState.DONE)
        .mapToDouble(
            job -> Math.max(1, job.jctSeconds() / Math.max(job.workSeconds(), floorSeconds)))
        .average()
        .orElse(Double.NaN);
  }

  private double jainFairness() {
    double sum = 0;
    double sumOfSquares = 0;
    int count = 0;
    for (JobRecord job : jobs) {
      if (job.state() != JobState.REJECTED) {
        double wait = waitSoFar(job);
        sum += wait;
        sumOfSquares += wait * wait;
        count++;
      }
    }
    if (count == 0) {
      return Double.NaN;
    }
    return sumOfSquares == 0 ? 1 : sum * sum / (count * sumOfSquares);
  }

  private double waitSoFar(JobRecord job) {
    if (job.starts() > 0) {
      return job.waitSeconds();
    }
    return (job.state().isFinal() ? job.endTime() : endTime) - job.submitTime();
  }

  private double deadlineMissRatio() {
    int known = 0;
    int missed = 0;
    for (JobRecord job : jobs) {
      boolean hasDeadline = job.deadlineTime() < Double.POSITIVE_INFINITY;
      boolean past = endTime > job.deadlineTime();
      if (hasDeadline && (job.state().isFinal() || past)) {
        known++;
        boolean met = job.state() == JobState.DONE && job.endTime() <= job.deadlineTime();
        missed += met ? 0 : 1;
      }
    }
    return known == 0 ? Double.NaN : (double) missed / known;
  }
}
