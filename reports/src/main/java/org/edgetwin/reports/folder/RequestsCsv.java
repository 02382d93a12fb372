package org.edgetwin.reports.folder;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.sim.metrics.RequestRecord;
import org.edgetwin.sim.metrics.ServiceResult;

/** {@code requests.csv}: every request of the first run of every scheduler. */
final class RequestsCsv {
  private static final String FINISHED = "finished";
  private static final String REJECTED = "rejected";
  private static final String UNFINISHED = "unfinished";

  private static final List<String> COLUMNS =
      List.of(
          "scheduler",
          "service",
          "request",
          "state",
          "replica",
          "prompt_tokens",
          "output_tokens",
          "arrival_s",
          "scheduled_s",
          "first_token_s",
          "finish_s",
          "ttft_s",
          "tpot_s",
          "e2e_s",
          "preemptions",
          "restarts");

  /** A request and the service that it went to. */
  record Row(String service, RequestRecord request) {}

  private RequestsCsv() {}

  static void write(Path path, List<SchedulerReport> schedulers) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(path)) {
      csv.writeRecord(COLUMNS);
      for (SchedulerReport scheduler : schedulers) {
        for (ServiceResult service : scheduler.firstRun().services()) {
          for (RequestRecord request : service.requests()) {
            csv.writeRecord(fields(scheduler.name(), service.terms().name(), request));
          }
        }
      }
    }
  }

  private static List<String> fields(String scheduler, String service, RequestRecord request) {
    return List.of(
        scheduler,
        service,
        Integer.toString(request.index()),
        state(request),
        request.replica() < 0 ? "" : Integer.toString(request.replica()),
        Integer.toString(request.promptTokens()),
        Integer.toString(request.outputTokens()),
        Numbers.text(request.arrivalTime()),
        Numbers.text(request.scheduledTime()),
        Numbers.text(request.firstTokenTime()),
        Numbers.text(request.finishTime()),
        Numbers.text(request.firstTokenSeconds()),
        Numbers.text(request.secondsPerToken()),
        Numbers.text(request.endToEndSeconds()),
        Integer.toString(request.preemptions()),
        Integer.toString(request.restarts()));
  }

  private static String state(RequestRecord request) {
    if (request.rejected()) {
      return REJECTED;
    }
    return request.isFinished() ? FINISHED : UNFINISHED;
  }

  /**
   * Reads the file.
   *
   * @param recordsByScheduler what {@code summary.json} says of the schedulers
   */
  static Map<String, List<Row>> read(Path path, Map<String, RecordsFields> recordsByScheduler) {
    return CsvFile.byScheduler(path, COLUMNS, recordsByScheduler, (line, fields) -> row(line));
  }

  private static Row row(CsvFile.Line line) {
    return new Row(
        line.text("service"),
        new RequestRecord(
            line.integer("request"),
            0,
            line.text("replica").isEmpty() ? -1 : line.integer("replica"),
            line.integer("prompt_tokens"),
            line.integer("output_tokens"),
            line.number("arrival_s", Double.NaN),
            line.number("scheduled_s", Double.NaN),
            line.number("first_token_s", Double.NaN),
            line.number("finish_s", Double.NaN),
            line.integer("preemptions"),
            line.integer("restarts"),
            line.text("state").equals(REJECTED)));
  }
}
