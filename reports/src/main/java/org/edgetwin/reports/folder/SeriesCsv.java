package org.edgetwin.reports.folder;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.reports.NodeGroupBill;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.sim.metrics.SeriesColumns;
import org.edgetwin.sim.metrics.TimeSeries;

/**
 * {@code timeseries.csv}: averages over equal intervals of the first run of every scheduler. Two
 * columns for each node group: GPUs held by jobs and GPUs on nodes that were up, named {@code
 * held_gpus:INDEX:REGION:MODEL} and {@code up_gpus:INDEX:REGION:MODEL}.
 */
final class SeriesCsv {
  private static final List<String> COLUMNS =
      List.of("scheduler", "start_s", "end_s", "queued_jobs", "queued_gpus", "running_jobs");
  private static final int FIRST_VALUE = 3;

  private SeriesCsv() {}

  static void write(Path path, List<SchedulerReport> schedulers) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(path)) {
      csv.writeRecord(head(schedulers));
      for (SchedulerReport scheduler : schedulers) {
        TimeSeries series = scheduler.firstRun().series();
        for (int i = 0; i < series.size(); i++) {
          csv.writeRecord(fields(scheduler, i));
        }
      }
    }
  }

  private static List<String> head(List<SchedulerReport> schedulers) {
    List<String> head = new ArrayList<>(COLUMNS);
    List<NodeGroupBill> groups =
        schedulers.isEmpty() ? List.of() : schedulers.get(0).firstRun().groups();
    for (NodeGroupBill group : groups) {
      String name = group.group() + ":" + group.region() + ":" + group.gpuModel();
      head.add("held_gpus:" + name);
      head.add("up_gpus:" + name);
    }
    return head;
  }

  private static List<String> fields(SchedulerReport scheduler, int interval) {
    TimeSeries series = scheduler.firstRun().series();
    List<String> fields = new ArrayList<>();
    fields.add(scheduler.name());
    fields.add(Numbers.text(interval * series.intervalSeconds()));
    fields.add(Numbers.text((interval + 1) * series.intervalSeconds()));
    int columns = SeriesColumns.count(scheduler.firstRun().groups().size());
    for (int column = 0; column < columns; column++) {
      fields.add(Numbers.text(series.value(column, interval)));
    }
    return fields;
  }

  /**
   * Reads the file.
   *
   * @param recordsByScheduler what {@code summary.json} says of the schedulers
   */
  static Map<String, TimeSeries> read(Path path, Map<String, RecordsFields> recordsByScheduler) {
    Map<String, List<double[]>> rowsByScheduler =
        CsvFile.byScheduler(path, COLUMNS, recordsByScheduler, SeriesCsv::values);
    Map<String, TimeSeries> seriesByScheduler = new LinkedHashMap<>();
    rowsByScheduler.forEach(
        (name, rows) -> seriesByScheduler.put(name, series(recordsByScheduler.get(name), rows)));
    return seriesByScheduler;
  }

  private static double[] values(CsvFile.Line line, RecordsFields records) {
    double[] values = new double[SeriesColumns.count(records.nodeGroups().size())];
    for (int column = 0; column < values.length; column++) {
      values[column] = line.number(FIRST_VALUE + column);
    }
    return values;
  }

  private static TimeSeries series(RecordsFields records, List<double[]> rows) {
    // Never full, so that nothing is merged once more.
    int capacity = 2 * (rows.size() / 2) + 2;
    TimeSeries series =
        new TimeSeries(
            SeriesColumns.count(records.nodeGroups().size()), capacity, records.intervalS());
    rows.forEach(series::append);
    return series;
  }
}
