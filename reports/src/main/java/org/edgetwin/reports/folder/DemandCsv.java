package org.edgetwin.reports.folder;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.sim.metrics.DemandCurve;

/** {@code demand.csv}: what was given out over the demand in the first run of every scheduler. */
final class DemandCsv {
  private static final List<String> COLUMNS =
      List.of("scheduler", "demand_percent", "allocated_ratio", "fragmented_ratio");

  private DemandCsv() {}

  static boolean isNeeded(List<SchedulerReport> schedulers) {
    return schedulers.stream().anyMatch(s -> s.firstRun().demandCurve() != null);
  }

  static void write(Path path, List<SchedulerReport> schedulers) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(path)) {
      csv.writeRecord(COLUMNS);
      for (SchedulerReport scheduler : schedulers) {
        DemandCurve curve = scheduler.firstRun().demandCurve();
        for (int percent = 0; curve != null && percent < curve.size(); percent++) {
          csv.writeRecord(
              scheduler.name(),
              Integer.toString(percent),
              Numbers.text(curve.allocated()[percent]),
              Numbers.text(curve.fragmented()[percent]));
        }
      }
    }
  }
}
