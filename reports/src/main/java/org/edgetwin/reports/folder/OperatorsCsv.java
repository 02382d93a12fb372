package org.edgetwin.reports.folder;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.edgetwin.reports.OperatorBill;
import org.edgetwin.reports.SchedulerReport;

/** {@code operators.csv}: what operators earned in the first run of every scheduler. */
final class OperatorsCsv {
  private static final List<String> COLUMNS =
      List.of(
          "scheduler",
          "operator",
          "gpus",
          "up_gpu_hours",
          "rented_gpu_hours",
          "rent_usd",
          "calls_usd",
          "revenue_usd",
          "electricity_usd",
          "profit_usd",
          "energy_kwh",
          "carbon_kg");

  private OperatorsCsv() {}

  static boolean isNeeded(List<SchedulerReport> schedulers) {
    return schedulers.stream().anyMatch(s -> !s.firstRun().accounts().operators().isEmpty());
  }

  static void write(Path path, List<SchedulerReport> schedulers) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(path)) {
      csv.writeRecord(COLUMNS);
      for (SchedulerReport scheduler : schedulers) {
        for (OperatorBill bill : scheduler.firstRun().accounts().operators()) {
          csv.writeRecord(fields(scheduler.name(), bill));
        }
      }
    }
  }

  private static List<String> fields(String scheduler, OperatorBill bill) {
    return List.of(
        scheduler,
        bill.operator(),
        Integer.toString(bill.gpus()),
        Numbers.text(bill.upGpuHours()),
        Numbers.text(bill.rentedGpuHours()),
        Numbers.text(bill.rentUsd()),
        Numbers.text(bill.callsUsd()),
        Numbers.text(bill.revenueUsd()),
        Numbers.text(bill.electricityUsd()),
        Numbers.text(bill.profitUsd()),
        Numbers.text(bill.energyKwh()),
        Numbers.text(bill.carbonKg()));
  }
}
