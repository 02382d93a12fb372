package org.edgetwin.reports.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.reports.Accounts;
import org.edgetwin.reports.HourOfDayBill;
import org.edgetwin.reports.NodeGroupBill;
import org.edgetwin.reports.OperatorBill;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.RunInfo;
import org.edgetwin.reports.RunRecords;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.sim.job.JobState;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.TimeSeries;

/** Results that are easy to get wrong. */
public final class EdgeCases {
  private EdgeCases() {}

  /** By name. */
  public static Map<String, ReportContent> all() {
    Map<String, ReportContent> cases = new LinkedHashMap<>();
    cases.put("no-jobs", SampleReport.run(new SampleShape(1, 1, 1, 1, 0, 1, 1, 1, true)));
    cases.put("one-job", SampleReport.run(new SampleShape(1, 1, 1, 1, 1, 1, 0.01, 1, true)));
    cases.put("nothing-finished", SampleReport.run("fifo", nothingFinished()));
    cases.put("huge", SampleReport.run(new SampleShape(1, 2, 1, 8, 50, 1e12, 1e13, 1, false)));
    cases.put(
        "one-replication", SampleReport.comparison(SampleShape.small(), List.of("fifo", "sjf"), 1));
    cases.put("stopped-at-once", stoppedAtOnce());
    cases.put("hostile", hostile());
    return cases;
  }

  private static RunRecords nothingFinished() {
    RunRecords run = new SampleRun(SampleShape.small(), 1).records();
    List<JobRecord> jobs = new ArrayList<>();
    for (JobRecord job : run.jobs()) {
      jobs.add(unfinished(job));
    }
    return new RunRecords(
        jobs,
        List.of(),
        run.groups(),
        new TimeSeries(7, 4, 60),
        run.virtualClusters(),
        30,
        Accounts.NONE);
  }

  private static JobRecord unfinished(JobRecord job) {
    return new JobRecord(
        job.id(),
        job.name(),
        0,
        job.workload(),
        job.gpus(),
        1000,
        JobState.QUEUED,
        job.submitTime(),
        Double.NaN,
        Double.NaN,
        job.workSeconds(),
        0,
        0,
        0,
        0,
        0,
        0,
        -1,
        0,
        Double.POSITIVE_INFINITY);
  }

  private static ReportContent stoppedAtOnce() {
    ReportContent content = SampleReport.comparison(SampleShape.small(), List.of("fifo"), 3);
    return new ReportContent(
        content.scenario(),
        true,
        1,
        3,
        content.replicationMethod(),
        true,
        content.headlines(),
        List.of(),
        List.of(),
        content.bounds(),
        content.info());
  }

  /** Names that try to be markup. */
  private static ReportContent hostile() {
    String bad = "<script>alert('x')</script>\"&";
    ReportContent content =
        SampleReport.comparison(SampleShape.small(), List.of(bad, "b" + bad), 4);
    RunInfo info = new RunInfo(bad, bad, bad, List.of(bad), Map.of(bad, bad), bad, "name: " + bad);
    return new ReportContent(
        bad,
        true,
        1,
        4,
        bad,
        true,
        content.headlines(),
        content.schedulers().stream().map(s -> renamed(s, bad)).toList(),
        content.pairs(),
        content.bounds(),
        info);
  }

  private static SchedulerReport renamed(SchedulerReport scheduler, String bad) {
    RunRecords run = scheduler.firstRun();
    List<NodeGroupBill> groups = run.groups().stream().map(g -> renamed(g, bad)).toList();
    List<JobRecord> jobs = run.jobs().stream().map(j -> renamed(j, bad)).toList();
    return new SchedulerReport(
        scheduler.name(),
        bad,
        scheduler.estimates(),
        new RunRecords(
            jobs,
            run.attempts(),
            groups,
            run.series(),
            List.of(bad, "other"),
            run.endTime(),
            accounts(bad)));
  }

  /** Two operators, one of which loses money; prices and carbon of a day, unknown at one hour. */
  public static Accounts accounts(String name) {
    List<HourOfDayBill> hours = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      double energy = hour == 3 ? 0 : 10 + hour;
      double usd = energy * (0.1 + 0.05 * Math.sin(hour / 4.0));
      hours.add(new HourOfDayBill(hour, energy, usd, energy * (300 + 10 * hour) / 1000));
    }
    return new Accounts(
        List.of(
            new OperatorBill(name, 8, 192, 96, 60, 40, 75, 20, 55, 300, Double.NaN),
            new OperatorBill("other", 2, 48, 0, 0, 0, 0, 3, -3, 40, 12)),
        hours,
        "Contains information from " + name);
  }

  private static NodeGroupBill renamed(NodeGroupBill group, String bad) {
    return new NodeGroupBill(
        group.group(),
        bad + group.group(),
        bad,
        bad,
        true,
        group.priceUsdPerGpuHour(),
        group.nodes(),
        group.gpus(),
        group.upGpuSeconds(),
        group.heldGpuSeconds(),
        group.energyKwh(),
        Double.NaN);
  }

  private static JobRecord renamed(JobRecord job, String bad) {
    return new JobRecord(
        job.id(),
        bad + job.id(),
        job.virtualCluster(),
        bad,
        job.gpus(),
        job.milliPerGpu(),
        job.id() % 5 == 0 ? JobState.FAILED : job.state(),
        job.submitTime(),
        job.firstStartTime(),
        job.endTime(),
        job.workSeconds(),
        job.heldSeconds(),
        job.runningSeconds(),
        job.lostSeconds(),
        job.starts(),
        job.preemptions(),
        job.failures(),
        job.nodeGroup(),
        job.costUsd(),
        job.deadlineTime());
  }
}
