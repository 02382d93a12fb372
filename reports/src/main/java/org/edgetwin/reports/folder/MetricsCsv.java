package org.edgetwin.reports.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.edgetwin.reports.learning.ScalarCurve;
import org.edgetwin.reports.learning.TrainingRun;

/** Reads {@code metrics.csv}: a line for each scalar that a training logged. */
public final class MetricsCsv {
  /** The file's name in a training folder. */
  public static final String NAME = "metrics.csv";

  private static final List<String> COLUMNS = List.of("step", "wall_time", "tag", "value");

  private record Row(double step, double wallTime, double value) {}

  private MetricsCsv() {}

  /**
   * Reads the file of a training. A training that was resumed from an earlier step logs steps
   * again: the later values count, and what was logged beyond is dropped.
   *
   * @param folder of the training
   * @param label what was trained
   * @throws BadRunFolderException if the file is missing or wrong; says where
   */
  public static TrainingRun read(Path folder, String label) {
    Map<String, List<Row>> rowsByTag = new LinkedHashMap<>();
    CsvFile.ofTraining(
        folder.resolve(NAME),
        COLUMNS,
        line -> {
          Row row = row(line);
          List<Row> rows = rowsByTag.computeIfAbsent(line.text("tag"), tag -> new ArrayList<>());
          while (!rows.isEmpty() && rows.get(rows.size() - 1).step() >= row.step()) {
            rows.remove(rows.size() - 1);
          }
          rows.add(row);
        });
    Map<String, ScalarCurve> curveByTag = new LinkedHashMap<>();
    rowsByTag.forEach(
        (tag, rows) ->
            curveByTag.put(
                tag,
                new ScalarCurve(
                    tag,
                    column(rows, Row::step),
                    column(rows, Row::wallTime),
                    column(rows, Row::value))));
    return new TrainingRun(label, curveByTag);
  }

  private static Row row(CsvFile.Line line) {
    Row row =
        new Row(
            line.number("step", Double.NaN),
            line.number("wall_time", Double.NaN),
            line.number("value", Double.NaN));
    if (!Double.isFinite(row.step())) {
      throw line.wrong("step", line.text("step"), "is not a step");
    }
    if (!Double.isFinite(row.wallTime())) {
      throw line.wrong("wall_time", line.text("wall_time"), "is not a time");
    }
    return row;
  }

  private static double[] column(List<Row> rows, ToDoubleFunction<Row> field) {
    return rows.stream().mapToDouble(field).toArray();
  }
}
