package org.edgetwin.reports.sample;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.RunInfo;
import org.edgetwin.reports.RunRecords;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.sim.experiment.Estimate;
import org.edgetwin.sim.experiment.Interval;
import org.edgetwin.sim.experiment.LowerBounds;
import org.edgetwin.sim.experiment.PairedDifference;
import org.edgetwin.sim.job.JobState;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.Metric;

/** Contents of reports for tests. */
public final class SampleReport {
  public static final List<String> FIVE =
      List.of("fifo", "sjf", "srtf+consolidate", "las+fastest-gpu", "easy+consolidate");

  private static final List<Metric> HEADLINES =
      List.of(Metric.JCT_MEAN_S, Metric.WAIT_MEAN_S, Metric.BOUNDED_SLOWDOWN_MEAN);

  private SampleReport() {}

  public static RunInfo info(String command) {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("EdgeTwin", "0.1.0");
    versions.put("GPU catalogue", "2026-01");
    return new RunInfo(
        "Training and inference-like jobs on a fleet of unequal GPUs.",
        "Poisson arrivals, log-normal durations, gangs of 1 to 8 GPUs",
        "no warm-up: all jobs are measured",
        List.of(
            "Network transfers are not simulated.",
            "A held GPU counts as fully busy when electricity is computed."),
        versions,
        command,
        "name: sample\nfleet:\n  nodes: 4\n");
  }

  /** One scheduler, one replication. */
  public static ReportContent run(SampleShape shape) {
    return run("fifo", new SampleRun(shape, 1).records());
  }

  public static ReportContent run(String scheduler, RunRecords records) {
    return new ReportContent(
        "sample",
        false,
        42,
        1,
        "Replications differ in arrivals and durations.",
        false,
        HEADLINES,
        List.of(
            new SchedulerReport(scheduler, "durations: none", estimates(records, 1, 0), records)),
        List.of(),
        LowerBounds.UNKNOWN,
        info("./edgetwin run scenarios/sample.yaml --scheduler " + scheduler + " --seed 42"));
  }

  /** Several schedulers, several replications. */
  public static ReportContent comparison(SampleShape shape, List<String> names, int replications) {
    List<SchedulerReport> schedulers = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      RunRecords records = new SampleRun(shape, i / 2 + 1).records();
      schedulers.add(
          new SchedulerReport(
              names.get(i),
              i == 0 ? "durations: none" : "durations: oracle, speeds: matrix",
              estimates(records, replications, 0.04 * i),
              records));
    }
    double bound =
        schedulers.stream().mapToDouble(s -> s.estimate(Metric.JCT_MEAN_S).mean()).min().orElse(1);
    return new ReportContent(
        "sample",
        true,
        42,
        replications,
        "Replications differ in arrivals and durations.",
        false,
        HEADLINES,
        schedulers,
        pairs(schedulers, replications),
        new LowerBounds(bound * 0.7, Double.NaN, Double.NaN),
        info("./edgetwin compare scenarios/sample.yaml --schedulers " + String.join(",", names)));
  }

  private static Map<Metric, Estimate> estimates(
      RunRecords records, int replications, double change) {
    Map<Metric, Estimate> estimates = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      if (metric.optional()) {
        continue;
      }
      double mean = value(metric, records) * (1 + change);
      boolean once = replications == 1 || Double.isNaN(mean);
      estimates.put(
          metric,
          once
              ? new Estimate(
                  mean,
                  null,
                  Double.isNaN(mean) ? 0 : 1,
                  "one replication, so nothing to compare it with")
              : new Estimate(mean, new Interval(mean * 0.96, mean * 1.04), replications, null));
    }
    return estimates;
  }

  private static double value(Metric metric, RunRecords run) {
    List<JobRecord> done = run.jobs().stream().filter(j -> j.state() == JobState.DONE).toList();
    return switch (metric) {
      case JCT_MEAN_S ->
          done.stream().mapToDouble(JobRecord::jctSeconds).average().orElse(Double.NaN);
      case JCT_P50_S, JCT_P95_S, JCT_P99_S ->
          3 * done.stream().mapToDouble(JobRecord::jctSeconds).average().orElse(Double.NaN);
      case WAIT_MEAN_S, WAIT_P95_S ->
          done.stream().mapToDouble(JobRecord::waitSeconds).average().orElse(Double.NaN);
      case MAKESPAN_S -> run.endTime();
      case GPU_ALLOCATED_RATIO, GPU_USEFUL_RATIO -> 0.613;
      case JOBS_SUBMITTED -> run.jobs().size();
      case JOBS_FINISHED -> done.size();
      case COST_USD -> run.jobs().stream().mapToDouble(JobRecord::costUsd).sum();
      case DEADLINE_MISS_RATIO -> Double.NaN;
      default -> 12.345;
    };
  }

  private static List<PairedDifference> pairs(List<SchedulerReport> schedulers, int n) {
    List<PairedDifference> pairs = new ArrayList<>();
    for (Metric metric : HEADLINES) {
      for (int a = 0; a < schedulers.size(); a++) {
        for (int b = a + 1; b < schedulers.size(); b++) {
          pairs.add(pair(metric, schedulers.get(a), schedulers.get(b), n));
        }
      }
    }
    return pairs;
  }

  private static PairedDifference pair(Metric metric, SchedulerReport a, SchedulerReport b, int n) {
    double diff = a.estimate(metric).mean() - b.estimate(metric).mean();
    double half = 0.03 * a.estimate(metric).mean();
    boolean sure = n > 1 && Math.abs(diff) > half;
    return new PairedDifference(
        a.name(),
        b.name(),
        metric,
        diff,
        n > 1 ? new Interval(diff - half, diff + half) : null,
        n,
        n > 1 ? 0.0123 : Double.NaN,
        n > 1 ? 0.03 : Double.NaN,
        n > 1 ? 7.9 : Double.NaN,
        sure ? (diff < 0 ? a.name() : b.name()) : null,
        sure ? "established: corrected p = 0.03" : "not established: the interval holds 0");
  }
}
