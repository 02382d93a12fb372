package org.edgetwin.reports.folder;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.sim.metrics.Attempt;

/**
 * {@code attempts.csv}: every attempt of every job with its place, if attempts were kept. Lists in
 * a field are separated by spaces; the GPUs of a node are bits of a hexadecimal number.
 */
final class AttemptsCsv {
  private static final List<String> COLUMNS =
      List.of(
          "scheduler",
          "job",
          "node_group",
          "nodes",
          "gpu_masks",
          "milli_per_gpu",
          "start_s",
          "end_s",
          "outcome");

  private AttemptsCsv() {}

  static void write(Path path, List<SchedulerReport> schedulers) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(path)) {
      csv.writeRecord(COLUMNS);
      for (SchedulerReport scheduler : schedulers) {
        for (Attempt attempt : scheduler.firstRun().attempts()) {
          csv.writeRecord(fields(scheduler.name(), attempt));
        }
      }
    }
  }

  private static List<String> fields(String scheduler, Attempt attempt) {
    return List.of(
        scheduler,
        Integer.toString(attempt.job()),
        Integer.toString(attempt.group()),
        Arrays.stream(attempt.nodes()).mapToObj(Integer::toString).collect(Collectors.joining(" ")),
        Arrays.stream(attempt.gpuMasks())
            .mapToObj(Long::toHexString)
            .collect(Collectors.joining(" ")),
        Integer.toString(attempt.milliPerGpu()),
        Numbers.text(attempt.startTime()),
        Numbers.text(attempt.endTime()),
        attempt.outcome());
  }

  /**
   * Reads the file.
   *
   * @param recordsByScheduler what {@code summary.json} says of the schedulers
   */
  static Map<String, List<Attempt>> read(Path path, Map<String, RecordsFields> recordsByScheduler) {
    return CsvFile.byScheduler(path, COLUMNS, recordsByScheduler, AttemptsCsv::attempt);
  }

  private static Attempt attempt(CsvFile.Line line, RecordsFields records) {
    int group = line.integer("node_group");
    if (group < 0 || group >= records.nodeGroups().size()) {
      throw line.wrong("node_group", Integer.toString(group), "is not in " + RunFolder.SUMMARY);
    }
    int[] nodes = nodes(line);
    long[] masks = masks(line);
    if (nodes.length != masks.length) {
      throw line.wrong("gpu_masks", line.text("gpu_masks"), "is not one number for each node");
    }
    return new Attempt(
        line.integer("job"),
        group,
        nodes,
        masks,
        line.integer("milli_per_gpu"),
        line.number("start_s", Double.NaN),
        line.number("end_s", Double.NaN),
        line.text("outcome"));
  }

  private static int[] nodes(CsvFile.Line line) {
    try {
      return Arrays.stream(words(line.text("nodes"))).mapToInt(Integer::parseInt).toArray();
    } catch (NumberFormatException e) {
      throw line.wrong("nodes", line.text("nodes"), "is not a list of node indices");
    }
  }

  private static long[] masks(CsvFile.Line line) {
    try {
      return Arrays.stream(words(line.text("gpu_masks")))
          .mapToLong(word -> Long.parseUnsignedLong(word, 16))
          .toArray();
    } catch (NumberFormatException e) {
      throw line.wrong("gpu_masks", line.text("gpu_masks"), "is not a list of hexadecimal numbers");
    }
  }

  private static String[] words(String text) {
    return text.isEmpty() ? new String[0] : text.split(" ", -1);
  }
}
