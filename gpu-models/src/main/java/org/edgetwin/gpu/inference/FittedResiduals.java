package org.edgetwin.gpu.inference;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.edgetwin.gpu.table.ShippedTable;

/** The residuals of the shipped fits, as fields; each is built when it is first asked for. */
final class FittedResiduals {
  /** What was measured. */
  enum Kind {
    PREFILL,
    DECODE,
    BATCH
  }

  private record Row(String engine, Kind kind, ResidualPoint point, double logResidual) {}

  private record Key(String engine, Kind kind, String hardware) {}

  private static final String ALL_HARDWARE = "";

  private final List<Row> rows =
      ShippedTable.rows("inference/residuals.csv", FittedResiduals::parse);
  private final Map<Key, Optional<ResidualField>> fields = new ConcurrentHashMap<>();

  /** The field of an engine's iterations, over all GPUs; empty if none were measured. */
  Optional<ResidualField> iterations(String engine, Kind kind) {
    return fields.computeIfAbsent(new Key(engine, kind, ALL_HARDWARE), this::build);
  }

  /** The field of an engine's batches on one GPU model; empty if none were measured. */
  Optional<ResidualField> batches(String engine, String hardware) {
    return fields.computeIfAbsent(new Key(engine, Kind.BATCH, hardware), this::build);
  }

  private Optional<ResidualField> build(Key key) {
    List<ResidualPoint> points = new ArrayList<>();
    List<Double> residuals = new ArrayList<>();
    for (Row row : rows) {
      if (row.engine().equals(key.engine())
          && row.kind() == key.kind()
          && (key.hardware().equals(ALL_HARDWARE)
              || row.point().hardware().equals(key.hardware()))) {
        points.add(row.point());
        residuals.add(row.logResidual());
      }
    }
    return points.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ResidualField(
                ResidualKernel.standard(),
                points,
                residuals.stream().mapToDouble(Double::doubleValue).toArray()));
  }

  private static Row parse(NamedCsvRecord row) {
    return new Row(
        row.getField("engine"),
        Kind.valueOf(row.getField("kind")),
        new ResidualPoint(
            row.getField("model"),
            row.getField("hardware"),
            ShippedTable.count(row, "gpus"),
            ShippedTable.number(row, "first_octaves"),
            ShippedTable.number(row, "second_octaves")),
        ShippedTable.number(row, "log_residual"));
  }
}
