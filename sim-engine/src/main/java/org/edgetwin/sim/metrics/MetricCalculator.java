package org.edgetwin.sim.metrics;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.sim.job.JobState;

/**
 * Computes every deterministic {@link Metric} of a run. Immutable, thread-safe; O(n log n) in the
 * number of jobs.
 */
public final class MetricCalculator {
  private final Economics economics;
  private final WarmUp warmUp;

  public MetricCalculator(Economics economics, WarmUp warmUp) {
    this.economics = economics;
    this.warmUp = warmUp;
  }

  /** The figures of a run; those of the wall clock are undefined. */
  public MetricValues compute(RunResult result) {
    double fromTime = warmUp.endTime(result);
    double lastTime =
        warmUp instanceof WarmUp.Window window ? window.lastTime(result) : Double.POSITIVE_INFINITY;
    List<JobRecord> measuredJobs =
        result.jobs().stream()
            .filter(job -> job.submitTime() >= fromTime && job.submitTime() <= lastTime)
            .toList();
    int finished = (int) measuredJobs.stream().filter(job -> job.state() == JobState.DONE).count();
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    new JobFigures(measuredJobs, result.endTime()).putInto(values);
    new RunFigures(result, economics).putInto(values);
    return new MetricValues(
        values, new MetricValues.Measured(fromTime, lastTime, measuredJobs.size(), finished));
  }
}
