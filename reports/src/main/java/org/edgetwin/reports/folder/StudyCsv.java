package org.edgetwin.reports.folder;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.sim.experiment.Axis;
import org.edgetwin.sim.experiment.AxisPoint;
import org.edgetwin.sim.experiment.Estimate;
import org.edgetwin.sim.experiment.PolicyGrid;
import org.edgetwin.sim.metrics.Metric;

/**
 * Matrix and axes of a comparison for other programs: a line for each figure. {@code matrix.csv}
 * has every metric with a value, {@code axes.csv} the headline metrics.
 */
final class StudyCsv {
  static final String MATRIX = "matrix.csv";
  static final String AXES = "axes.csv";

  private static final List<String> FIGURE = List.of("metric", "mean", "ci_low", "ci_high", "n");

  private StudyCsv() {}

  /** Writes what there is. */
  static void write(Path folder, ReportContent content) throws IOException {
    PolicyGrid grid = content.study().grid();
    if (grid != null) {
      writeMatrix(folder.resolve(MATRIX), content, grid);
    }
    if (!content.study().axes().isEmpty()) {
      writeAxes(folder.resolve(AXES), content.study().axes());
    }
  }

  private static void writeMatrix(Path path, ReportContent content, PolicyGrid grid)
      throws IOException {
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(path)) {
      csv.writeRecord(line(List.of("ordering", "placement", "knowledge"), FIGURE));
      for (String ordering : grid.orderings()) {
        for (String placement : grid.placements()) {
          SchedulerReport cell =
              content.scheduler(PolicyGrid.scheduler(ordering, placement)).orElse(null);
          for (Map.Entry<Metric, Estimate> entry :
              cell == null ? List.<Map.Entry<Metric, Estimate>>of() : entries(cell)) {
            csv.writeRecord(
                line(
                    List.of(ordering, placement, cell.knowledge()),
                    figure(entry.getKey().key(), entry.getValue())));
          }
        }
      }
    }
  }

  private static List<Map.Entry<Metric, Estimate>> entries(SchedulerReport cell) {
    return cell.estimates().entrySet().stream()
        .filter(entry -> entry.getKey().deterministic() && entry.getValue().n() > 0)
        .toList();
  }

  private static void writeAxes(Path path, List<Axis> axes) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(path)) {
      csv.writeRecord(line(List.of("axis", "value", "scheduler"), FIGURE));
      for (Axis axis : axes) {
        for (AxisPoint point : axis.points()) {
          for (Map.Entry<String, Map<String, Estimate>> figures : point.figures().entrySet()) {
            for (Map.Entry<String, Estimate> each : figures.getValue().entrySet()) {
              csv.writeRecord(
                  line(
                      List.of(axis.name(), point.value(), figures.getKey()),
                      figure(each.getKey(), each.getValue())));
            }
          }
        }
      }
    }
  }

  private static List<String> figure(String metric, Estimate estimate) {
    boolean interval = estimate.ci95() != null;
    return List.of(
        metric,
        Numbers.text(estimate.mean()),
        interval ? Numbers.text(estimate.ci95().low()) : "",
        interval ? Numbers.text(estimate.ci95().high()) : "",
        Integer.toString(estimate.n()));
  }

  private static List<String> line(List<String> first, List<String> second) {
    List<String> line = new ArrayList<>(first);
    line.addAll(second);
    return line;
  }
}
