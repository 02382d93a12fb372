package org.edgetwin.reports.folder;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.edgetwin.reports.NodeGroupBill;
import org.edgetwin.reports.RunRecords;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.sim.job.JobState;
import org.edgetwin.sim.metrics.GangUse;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.JobTraffic;
import org.jspecify.annotations.Nullable;

/** {@code jobs.csv}: every job of the first run of every scheduler, a line each. */
final class JobsCsv {
  static final List<String> COLUMNS =
      List.of(
          "scheduler",
          "job",
          "name",
          "virtual_cluster",
          "workload",
          "gpus",
          "milli_per_gpu",
          "state",
          "submit_s",
          "first_start_s",
          "end_s",
          "wait_s",
          "jct_s",
          "work_s",
          "held_s",
          "running_s",
          "lost_s",
          "starts",
          "preemptions",
          "failures",
          "node_group",
          "region",
          "gpu_model",
          "cost_usd",
          "deadline_s");

  /** Only where a run has a network. */
  private static final List<String> TRAFFIC_COLUMNS =
      List.of("staging_s", "moved_bytes", "egress_usd");

  /** Only where a run has elastic jobs; empty for the rigid ones beside them. */
  private static final List<String> GANG_COLUMNS = List.of("resizes", "held_gpu_s", "useful_gpu_s");

  private JobsCsv() {}

  static void write(Path path, List<SchedulerReport> schedulers) throws IOException {
    boolean traffic = any(schedulers, job -> job.traffic().isKnown());
    boolean gangs = any(schedulers, job -> job.gangs() != null);
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(path)) {
      List<String> columns = traffic ? joined(COLUMNS, TRAFFIC_COLUMNS) : COLUMNS;
      csv.writeRecord(gangs ? joined(columns, GANG_COLUMNS) : columns);
      for (SchedulerReport scheduler : schedulers) {
        for (JobRecord job : scheduler.firstRun().jobs()) {
          List<String> fields = fields(scheduler, job);
          if (traffic) {
            fields = joined(fields, fields(job.traffic()));
          }
          csv.writeRecord(gangs ? joined(fields, fields(job.gangs())) : fields);
        }
      }
    }
  }

  private static boolean any(List<SchedulerReport> schedulers, Predicate<JobRecord> isSo) {
    return schedulers.stream()
        .flatMap(scheduler -> scheduler.firstRun().jobs().stream())
        .anyMatch(isSo);
  }

  private static List<String> fields(@Nullable GangUse gangs) {
    return gangs == null
        ? List.of("", "", "")
        : List.of(
            Integer.toString(gangs.resizes()),
            Numbers.text(gangs.heldGpuSeconds()),
            Numbers.text(gangs.usefulGpuSeconds()));
  }

  private static List<String> joined(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private static List<String> fields(JobTraffic traffic) {
    return List.of(
        Numbers.text(traffic.stagingSeconds()),
        Numbers.text(traffic.movedBytes()),
        Numbers.text(traffic.egressUsd()));
  }

  private static List<String> fields(SchedulerReport scheduler, JobRecord job) {
    RunRecords run = scheduler.firstRun();
    NodeGroupBill group = job.nodeGroup() < 0 ? null : run.groups().get(job.nodeGroup());
    return List.of(
        scheduler.name(),
        Integer.toString(job.id()),
        job.name(),
        run.virtualClusters().get(job.virtualCluster()),
        job.workload(),
        Integer.toString(job.gpus()),
        Integer.toString(job.milliPerGpu()),
        job.state().name(),
        Numbers.text(job.submitTime()),
        Numbers.text(job.firstStartTime()),
        Numbers.text(job.endTime()),
        Numbers.text(job.waitSeconds()),
        Numbers.text(job.jctSeconds()),
        Numbers.text(job.workSeconds()),
        Numbers.text(job.heldSeconds()),
        Numbers.text(job.runningSeconds()),
        Numbers.text(job.lostSeconds()),
        Integer.toString(job.starts()),
        Integer.toString(job.preemptions()),
        Integer.toString(job.failures()),
        group == null ? "" : Integer.toString(job.nodeGroup()),
        group == null ? "" : group.region(),
        group == null ? "" : group.gpuModel(),
        Numbers.text(job.costUsd()),
        Numbers.text(job.deadlineTime()));
  }

  /**
   * Reads the file.
   *
   * @param recordsByScheduler what {@code summary.json} says of the schedulers
   */
  static Map<String, List<JobRecord>> read(
      Path path, Map<String, RecordsFields> recordsByScheduler) {
    return CsvFile.byScheduler(path, COLUMNS, recordsByScheduler, JobsCsv::job);
  }

  private static JobRecord job(CsvFile.Line line, RecordsFields records) {
    return new JobRecord(
        line.integer("job"),
        line.text("name"),
        virtualCluster(line, records.virtualClusters()),
        line.text("workload"),
        line.integer("gpus"),
        line.integer("milli_per_gpu"),
        state(line),
        line.number("submit_s", Double.NaN),
        line.number("first_start_s", Double.NaN),
        line.number("end_s", Double.NaN),
        line.number("work_s", Double.NaN),
        line.number("held_s", Double.NaN),
        line.number("running_s", Double.NaN),
        line.number("lost_s", Double.NaN),
        line.integer("starts"),
        line.integer("preemptions"),
        line.integer("failures"),
        nodeGroup(line, records.nodeGroups().size()),
        line.number("cost_usd", Double.NaN),
        line.number("deadline_s", Double.POSITIVE_INFINITY),
        traffic(line),
        gangs(line));
  }

  private static @Nullable GangUse gangs(CsvFile.Line line) {
    return line.has("resizes") && !line.text("resizes").isEmpty()
        ? new GangUse(
            line.integer("resizes"),
            line.number("held_gpu_s", Double.NaN),
            line.number("useful_gpu_s", Double.NaN))
        : null;
  }

  private static JobTraffic traffic(CsvFile.Line line) {
    if (!TRAFFIC_COLUMNS.stream().allMatch(line::has)) {
      return JobTraffic.NONE;
    }
    return new JobTraffic(
        line.number("staging_s", Double.NaN),
        line.number("moved_bytes", Double.NaN),
        line.number("egress_usd", Double.NaN));
  }

  private static int virtualCluster(CsvFile.Line line, List<String> names) {
    String name = line.text("virtual_cluster");
    int index = names.indexOf(name);
    if (index < 0) {
      throw line.wrong("virtual_cluster", name, "is not in " + RunFolder.SUMMARY);
    }
    return index;
  }

  private static JobState state(CsvFile.Line line) {
    String name = line.text("state");
    for (JobState state : JobState.values()) {
      if (state.name().equals(name)) {
        return state;
      }
    }
    throw line.wrong("state", name, "is not a state of a job");
  }

  private static int nodeGroup(CsvFile.Line line, int groups) {
    if (line.text("node_group").isEmpty()) {
      return -1;
    }
    int group = line.integer("node_group");
    if (group < 0 || group >= groups) {
      throw line.wrong("node_group", Integer.toString(group), "is not in " + RunFolder.SUMMARY);
    }
    return group;
  }
}
