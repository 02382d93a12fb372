package org.edgetwin.sim.tuning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.sim.experiment.RunControl;
import org.edgetwin.sim.experiment.RunExecutor;
import org.edgetwin.sim.experiment.RunFactory;
import org.edgetwin.sim.experiment.RunKey;
import org.edgetwin.sim.experiment.RunOutcome;
import org.edgetwin.sim.experiment.RunRequest;
import org.edgetwin.sim.metrics.Metric;

/** The runs of settings on replications that all share, each made once. */
final class TrialRuns {
  /** A setting that finishes less than this share below the default does not count as better. */
  private static final double FINISHED_TOLERANCE = 0.001;

  private final RunFactory factory;
  private final RunExecutor executor;
  private final RunControl control;
  private final Metric metric;
  private final double sign;
  private final Map<String, List<RunOutcome>> outcomesByScheduler = new LinkedHashMap<>();
  private int count;
  private boolean interrupted;

  TrialRuns(RunFactory factory, RunExecutor executor, RunControl control, SearchPlan plan) {
    this.factory = factory;
    this.executor = executor;
    this.control = control;
    metric = plan.metric();
    sign = plan.sign();
  }

  /** Runs made so far. */
  int count() {
    return count;
  }

  boolean interrupted() {
    return interrupted;
  }

  private List<RunOutcome> outcomes(String scheduler) {
    return outcomesByScheduler.computeIfAbsent(scheduler, name -> new ArrayList<>());
  }

  /** Replications of a setting that have been run. */
  int replications(String scheduler) {
    return outcomes(scheduler).size();
  }

  /** Runs that it takes until all of them have so many replications. */
  int missing(List<String> schedulers, int replications) {
    return schedulers.stream()
        .mapToInt(name -> Math.max(0, replications - replications(name)))
        .sum();
  }

  /**
   * Runs what is missing.
   *
   * @return false if it was interrupted; what had ended by then counts as far as it has no gap
   */
  boolean run(List<String> schedulers, int replications) {
    List<RunRequest> requests = new ArrayList<>();
    for (String name : schedulers) {
      for (int r = replications(name) + 1; r <= replications; r++) {
        requests.add(new RunRequest(new RunKey(name, r), false, false));
      }
    }
    for (RunOutcome outcome : executor.execute(factory, requests, control)) {
      List<RunOutcome> known = outcomes(outcome.key().scheduler());
      if (outcome.complete() && outcome.key().replication() == known.size() + 1) {
        known.add(outcome);
        count++;
      }
    }
    interrupted = missing(schedulers, replications) > 0;
    return !interrupted;
  }

  /** The metric in the replications of a setting. */
  List<Double> values(String scheduler) {
    return outcomes(scheduler).stream().map(run -> run.metrics().get(metric)).toList();
  }

  /** What is to be small; infinite if it is undefined or the setting leaves jobs behind. */
  double cost(String scheduler, int replications, String usual) {
    double sum = 0;
    for (RunOutcome run : outcomes(scheduler).subList(0, replications)) {
      sum += sign * run.metrics().get(metric);
    }
    return Double.isNaN(sum) || leavesMore(scheduler, replications, usual)
        ? Double.POSITIVE_INFINITY
        : sum / replications;
  }

  /** Whether a setting finishes a smaller share of its jobs than the default. */
  boolean leavesMore(String scheduler, int replications, String usual) {
    int common = Math.min(replications, replications(usual));
    return finished(scheduler, common) < finished(usual, common) - FINISHED_TOLERANCE;
  }

  private double finished(String scheduler, int replications) {
    double finished = 0;
    double submitted = 0;
    for (RunOutcome run : outcomes(scheduler).subList(0, replications)) {
      finished += run.metrics().get(Metric.JOBS_FINISHED);
      submitted += run.metrics().get(Metric.JOBS_SUBMITTED);
    }
    return submitted == 0 ? 1 : finished / submitted;
  }
}
