package org.edgetwin.reports.folder;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.edgetwin.reports.NodeGroupBill;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.sim.metrics.ReplicaRecord;
import org.edgetwin.sim.metrics.ServiceResult;

/** {@code replicas.csv}: every stay of a replica on GPUs in the first run of every scheduler. */
final class ReplicasCsv {
  private static final List<String> COLUMNS =
      List.of(
          "scheduler",
          "service",
          "replica",
          "node_group",
          "region",
          "gpu_model",
          "request_s",
          "start_s",
          "ready_s",
          "end_s",
          "outcome");

  /** Only where machines or neighbours changed the times of iterations. */
  private static final List<String> PACE_COLUMNS = List.of("busy_s", "nominal_s");

  /** A stay and the service whose replica it was. */
  record Row(String service, ReplicaRecord replica) {}

  private ReplicasCsv() {}

  static void write(Path path, List<SchedulerReport> schedulers) throws IOException {
    boolean paced =
        schedulers.stream()
            .flatMap(scheduler -> scheduler.firstRun().services().stream())
            .flatMap(service -> service.replicas().stream())
            .anyMatch(stay -> stay.busySeconds() != stay.nominalSeconds());
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(path)) {
      csv.writeRecord(paced ? joined(COLUMNS, PACE_COLUMNS) : COLUMNS);
      for (SchedulerReport scheduler : schedulers) {
        for (ServiceResult service : scheduler.firstRun().services()) {
          for (ReplicaRecord replica : service.replicas()) {
            List<String> fields = fields(scheduler, service.terms().name(), replica);
            csv.writeRecord(paced ? joined(fields, pace(replica)) : fields);
          }
        }
      }
    }
  }

  private static List<String> joined(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private static List<String> pace(ReplicaRecord replica) {
    return List.of(Numbers.text(replica.busySeconds()), Numbers.text(replica.nominalSeconds()));
  }

  private static List<String> fields(
      SchedulerReport scheduler, String service, ReplicaRecord replica) {
    NodeGroupBill group = scheduler.firstRun().groups().get(replica.nodeGroup());
    return List.of(
        scheduler.name(),
        service,
        Integer.toString(replica.replica()),
        Integer.toString(replica.nodeGroup()),
        group.region(),
        group.gpuModel(),
        Numbers.text(replica.requestTime()),
        Numbers.text(replica.startTime()),
        Numbers.text(replica.readyTime()),
        Numbers.text(replica.endTime()),
        replica.outcome());
  }

  /**
   * Reads the file.
   *
   * @param recordsByScheduler what {@code summary.json} says of the schedulers
   */
  static Map<String, List<Row>> read(Path path, Map<String, RecordsFields> recordsByScheduler) {
    return CsvFile.byScheduler(path, COLUMNS, recordsByScheduler, ReplicasCsv::row);
  }

  private static double optional(CsvFile.Line line, String column) {
    return line.has(column) ? line.number(column, Double.NaN) : Double.NaN;
  }

  private static Row row(CsvFile.Line line, RecordsFields records) {
    int group = line.integer("node_group");
    if (group < 0 || group >= records.nodeGroups().size()) {
      throw line.wrong("node_group", Integer.toString(group), "is not in " + RunFolder.SUMMARY);
    }
    return new Row(
        line.text("service"),
        new ReplicaRecord(
            line.integer("replica"),
            group,
            line.number("request_s", Double.NaN),
            line.number("start_s", Double.NaN),
            line.number("ready_s", Double.NaN),
            line.number("end_s", Double.NaN),
            optional(line, "busy_s"),
            optional(line, "nominal_s"),
            line.text("outcome")));
  }
}
