package org.edgetwin.sim.experiment;

import java.util.HashSet;
import java.util.List;
import org.edgetwin.sim.metrics.Metric;

/**
 * What an experiment compares.
 *
 * @param schedulers names, in the order of the report; no name twice
 * @param replications runs of each scheduler, at least 1
 * @param headlines metrics that verdicts are given on. The fewer, the more each can show: the
 *     correction for multiple comparisons counts pairs of schedulers x headlines.
 * @param method how intervals are made
 */
public record ExperimentPlan(
    List<String> schedulers, int replications, List<Metric> headlines, IntervalMethod method) {
  /** Metrics that verdicts are given on unless declared otherwise. */
  public static final List<Metric> STANDARD_HEADLINES =
      List.of(Metric.JCT_MEAN_S, Metric.WAIT_MEAN_S, Metric.BOUNDED_SLOWDOWN_MEAN);

  static final int BOOTSTRAP_MINIMUM = 20;

  public ExperimentPlan {
    schedulers = List.copyOf(schedulers);
    headlines = List.copyOf(headlines);
    if (schedulers.isEmpty()) {
      throw new IllegalArgumentException("No scheduler to run.");
    }
    if (new HashSet<>(schedulers).size() < schedulers.size()) {
      throw new IllegalArgumentException("A scheduler is named twice in " + schedulers + ".");
    }
    if (replications < 1) {
      throw new IllegalArgumentException(
          "The number of replications (" + replications + ") is not positive.");
    }
    if (method == IntervalMethod.BOOTSTRAP_PERCENTILE && replications < BOOTSTRAP_MINIMUM) {
      throw new IllegalArgumentException(
          "A bootstrap interval of "
              + replications
              + " replications would be too narrow. Maybe at least "
              + BOOTSTRAP_MINIMUM
              + " replications, or Student's t.");
    }
    for (Metric metric : headlines) {
      if (!metric.deterministic() || metric.better() == Metric.Better.NEITHER) {
        throw new IllegalArgumentException(
            "There is no verdict on " + metric.key() + ". Maybe jct_mean_s.");
      }
    }
  }

  /** Standard headlines, Student's t. */
  public static ExperimentPlan of(List<String> schedulers, int replications) {
    return new ExperimentPlan(
        schedulers, replications, STANDARD_HEADLINES, IntervalMethod.STUDENT_T);
  }

  /** The same with verdicts on other metrics. */
  public ExperimentPlan withHeadlines(List<Metric> metrics) {
    return new ExperimentPlan(schedulers, replications, metrics, method);
  }

  /** The same with another number of replications. */
  public ExperimentPlan withReplications(int number) {
    return new ExperimentPlan(schedulers, number, headlines, method);
  }
}
