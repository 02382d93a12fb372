package org.edgetwin.reports.folder;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

  /** A stay and the service whose replica it was. */
  record Row(String service, ReplicaRecord replica) {}

  private ReplicasCsv() {}

  static void write(Path path, List<SchedulerReport> schedulers) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(path)) {
      csv.writeRecord(COLUMNS);
      for (SchedulerReport scheduler : schedulers) {
        for (ServiceResult service : scheduler.firstRun().services()) {
          for (ReplicaRecord replica : service.replicas()) {
            csv.writeRecord(fields(scheduler, service.terms().name(), replica));
          }
        }
      }
    }
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
            line.text("outcome")));
  }
}
