package org.edgetwin.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.edgetwin.sim.experiment.AxisPoint;
import org.edgetwin.sim.experiment.ExperimentResult;
import org.edgetwin.sim.experiment.LowerBounds;
import org.edgetwin.sim.experiment.PairedDifference;
import org.edgetwin.sim.experiment.RunOutcome;
import org.edgetwin.sim.experiment.SchedulerResult;
import org.edgetwin.sim.metrics.Economics;
import org.edgetwin.sim.metrics.Metric;
import org.edgetwin.sim.metrics.RunResult;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a report is made of. The files of a run folder hold exactly this, so a report
 * that is rebuilt from them is the same byte for byte.
 *
 * @param scenario name of the scenario
 * @param comparison whether schedulers were compared; otherwise there is exactly one
 * @param seed seed of all random streams
 * @param replications runs of each scheduler that were asked for
 * @param replicationMethod what differs between replications, one sentence
 * @param partial whether it was stopped before its end
 * @param headlines metrics that verdicts are given on, the most important first
 * @param schedulers in the order of the command
 * @param pairs schedulers against each other
 * @param bounds what no scheduler could have beaten
 * @param info what to tell the reader beside the figures
 * @param study what the comparison tells beyond schedulers side by side
 */
public record ReportContent(
    String scenario,
    boolean comparison,
    long seed,
    int replications,
    String replicationMethod,
    boolean partial,
    List<Metric> headlines,
    List<SchedulerReport> schedulers,
    List<PairedDifference> pairs,
    LowerBounds bounds,
    RunInfo info,
    Study study) {
  /** A report without more than schedulers side by side. */
  public ReportContent(
      String scenario,
      boolean comparison,
      long seed,
      int replications,
      String replicationMethod,
      boolean partial,
      List<Metric> headlines,
      List<SchedulerReport> schedulers,
      List<PairedDifference> pairs,
      LowerBounds bounds,
      RunInfo info) {
    this(
        scenario,
        comparison,
        seed,
        replications,
        replicationMethod,
        partial,
        headlines,
        schedulers,
        pairs,
        bounds,
        info,
        Study.NONE);
  }

  public ReportContent {
    headlines = List.copyOf(headlines);
    schedulers = List.copyOf(schedulers);
    pairs = List.copyOf(pairs);
    if (!comparison && schedulers.size() > 1) {
      throw new IllegalArgumentException(
          "A report on " + schedulers.size() + " schedulers that is no comparison.");
    }
  }

  /**
   * The content of a report on an experiment. Schedulers without a run, because it was stopped
   * before, are left out.
   *
   * @param comparison whether it was asked for as a comparison, even of one scheduler
   */
  public static ReportContent of(
      ExperimentResult result, boolean comparison, Economics economics, RunInfo info) {
    List<SchedulerReport> schedulers = new ArrayList<>();
    for (SchedulerResult scheduler : result.schedulers()) {
      RunResult first = firstResult(scheduler);
      if (first != null) {
        schedulers.add(
            new SchedulerReport(
                scheduler.name(),
                scheduler.knowledge().toString(),
                scheduler.estimates(),
                result.plan().replications() > 1 ? scheduler.services() : List.of(),
                RunRecords.of(first, economics)));
      }
    }
    return new ReportContent(
        result.scenario(),
        comparison,
        result.seed(),
        result.plan().replications(),
        result.replicationMethod(),
        !result.complete(),
        result.plan().headlines(),
        schedulers,
        result.pairs(),
        result.bounds(),
        info);
  }

  private static @Nullable RunResult firstResult(SchedulerResult scheduler) {
    for (RunOutcome run : scheduler.runs()) {
      if (run.result() != null) {
        return run.result();
      }
    }
    return null;
  }

  /** The same with what the comparison tells beyond; partial if a part of that is. */
  public ReportContent with(Study more) {
    boolean whole =
        more.axes().stream().flatMap(axis -> axis.points().stream()).allMatch(AxisPoint::complete);
    return new ReportContent(
        scenario,
        comparison,
        seed,
        replications,
        replicationMethod,
        partial || !whole,
        headlines,
        schedulers,
        pairs,
        bounds,
        info,
        more);
  }

  /** The report on a scheduler; empty if it has none. */
  public Optional<SchedulerReport> scheduler(String name) {
    return schedulers.stream().filter(scheduler -> scheduler.name().equals(name)).findFirst();
  }

  /** What no scheduler can go below; NaN if there is no such bound for the metric. */
  public double bound(Metric metric) {
    return bounds.of(metric);
  }
}
