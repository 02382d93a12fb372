package org.edgetwin.reports;

import java.util.List;
import org.edgetwin.sim.metrics.Attempt;
import org.edgetwin.sim.metrics.DemandCurve;
import org.edgetwin.sim.metrics.Economics;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.RunResult;
import org.edgetwin.sim.metrics.ServiceFigures;
import org.edgetwin.sim.metrics.ServiceResult;
import org.edgetwin.sim.metrics.TimeSeries;
import org.jspecify.annotations.Nullable;

/**
 * What a report shows of one run.
 *
 * @param jobs every job that was submitted, in order of submission
 * @param attempts every attempt; empty unless they were kept
 * @param groups node groups, by index
 * @param series time averages; columns as {@link org.edgetwin.sim.metrics.SeriesColumns} says
 * @param virtualClusters names by index
 * @param endTime when the run stopped, seconds since its start
 * @param accounts what operators earned and when electricity was drawn
 * @param services what LLM services did; empty if there are none
 * @param demandCurve what was given out over the demand that arrived; null unless it was kept
 */
public record RunRecords(
    List<JobRecord> jobs,
    List<Attempt> attempts,
    List<NodeGroupBill> groups,
    TimeSeries series,
    List<String> virtualClusters,
    double endTime,
    Accounts accounts,
    List<ServiceResult> services,
    @Nullable DemandCurve demandCurve) {
  /** The records of a run of which nothing was kept over the demand. */
  public RunRecords(
      List<JobRecord> jobs,
      List<Attempt> attempts,
      List<NodeGroupBill> groups,
      TimeSeries series,
      List<String> virtualClusters,
      double endTime,
      Accounts accounts,
      List<ServiceResult> services) {
    this(jobs, attempts, groups, series, virtualClusters, endTime, accounts, services, null);
  }

  /** The records of a run without services. */
  public RunRecords(
      List<JobRecord> jobs,
      List<Attempt> attempts,
      List<NodeGroupBill> groups,
      TimeSeries series,
      List<String> virtualClusters,
      double endTime,
      Accounts accounts) {
    this(jobs, attempts, groups, series, virtualClusters, endTime, accounts, List.of());
  }

  public RunRecords {
    jobs = List.copyOf(jobs);
    attempts = List.copyOf(attempts);
    groups = List.copyOf(groups);
    virtualClusters = List.copyOf(virtualClusters);
    services = List.copyOf(services);
  }

  /** The records of a run, with the bills of its node groups. */
  public static RunRecords of(RunResult result, Economics economics) {
    return new RunRecords(
        result.jobs(),
        result.attempts(),
        result.usage().stream().map(usage -> NodeGroupBill.of(usage, economics)).toList(),
        result.series(),
        result.virtualClusters(),
        result.endTime(),
        Accounts.of(result, economics),
        result.services(),
        result.demandCurve());
  }

  /** The figures of a service. */
  public ServiceFigures figures(ServiceResult service) {
    return ServiceFigures.of(service, endTime);
  }

  /** GPUs of all node groups. */
  public int gpuCount() {
    return groups.stream().mapToInt(NodeGroupBill::gpus).sum();
  }
}
