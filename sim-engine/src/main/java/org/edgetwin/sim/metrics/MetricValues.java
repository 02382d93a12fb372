package org.edgetwin.sim.metrics;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The figures of one run. Immutable.
 *
 * @param byMetric one value for every metric; NaN where it is undefined
 * @param measured the jobs that the metrics of measured jobs are about
 */
public record MetricValues(Map<Metric, Double> byMetric, Measured measured) {
  public MetricValues {
    Map<Metric, Double> copy = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      copy.put(metric, byMetric.getOrDefault(metric, Double.NaN));
    }
    byMetric = Collections.unmodifiableMap(copy);
  }

  /** The value, NaN if undefined. */
  public double get(Metric metric) {
    return byMetric.get(metric);
  }

  /** Whether the metric has a value for this run. */
  public boolean isDefined(Metric metric) {
    return !Double.isNaN(get(metric));
  }

  /** The same figures with those that are measured on the machine that simulates. */
  public MetricValues withWallClock(double decisionP99Microseconds, double wallSeconds) {
    Map<Metric, Double> copy = new EnumMap<>(byMetric);
    copy.put(Metric.DECISION_P99_US, decisionP99Microseconds);
    copy.put(Metric.WALL_S, wallSeconds);
    return new MetricValues(copy, measured);
  }

  /** The same figures with those of the solver that the scheduler works with. */
  public MetricValues withSolver(long solves, double gap, double seconds) {
    Map<Metric, Double> copy = new EnumMap<>(byMetric);
    copy.put(Metric.SOLVES, (double) solves);
    copy.put(Metric.SOLVER_GAP, gap);
    copy.put(Metric.SOLVER_S, seconds);
    return new MetricValues(copy, measured);
  }

  /**
   * The jobs left after warm-up deletion.
   *
   * @param fromTime jobs submitted at or after it are measured, seconds since the start of the run
   * @param lastTime submission of the last job that is measured; positive infinity for no end
   * @param jobs how many they are
   * @param finished how many of them ended DONE
   */
  public record Measured(double fromTime, double lastTime, int jobs, int finished) {
    /** Without an end. */
    public Measured(double fromTime, int jobs, int finished) {
      this(fromTime, Double.POSITIVE_INFINITY, jobs, finished);
    }

    /** Whether a job submitted then is measured. */
    public boolean includes(double submitTime) {
      return submitTime >= fromTime && submitTime <= lastTime;
    }
  }
}
