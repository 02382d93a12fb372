package org.edgetwin.gpu.inference;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.table.ShippedTable;

/** The engines whose constants ship with the program. Immutable; a look-up is O(1). */
final class FittedEngines {
  private record Key(String engine, String hardware) {}

  private record Row(Key key, boolean prefill, Efficiencies constants, double start, double std) {}

  private final Map<Key, FittedEngine> engines = new LinkedHashMap<>();

  FittedEngines() {
    Map<Key, Row> prefills = new LinkedHashMap<>();
    for (Row row : ShippedTable.rows("inference/engines.csv", FittedEngines::parse)) {
      if (row.prefill()) {
        prefills.put(row.key(), row);
      } else {
        engines.put(row.key(), join(Objects.requireNonNull(prefills.get(row.key())), row));
      }
    }
  }

  List<FittedEngine> all() {
    return List.copyOf(engines.values());
  }

  /**
   * The engine on that GPU, or on any if it was not measured there.
   *
   * @throws IllegalArgumentException naming the engines there are
   */
  FittedEngine require(String engine, GpuModel gpu) {
    FittedEngine any = engines.get(new Key(engine, FittedEngine.ANY_HARDWARE));
    if (any == null) {
      throw new IllegalArgumentException(
          "There is no engine '"
              + engine
              + "'. Maybe "
              + String.join(" or ", engines.keySet().stream().map(Key::engine).distinct().toList())
              + "?");
    }
    return engines.getOrDefault(new Key(engine, gpu.id()), any);
  }

  private static FittedEngine join(Row prefill, Row decode) {
    return new FittedEngine(
        decode.key().engine(),
        decode.key().hardware(),
        prefill.constants(),
        decode.constants(),
        prefill.start(),
        prefill.std(),
        decode.std());
  }

  private static Row parse(NamedCsvRecord row) {
    return new Row(
        new Key(row.getField("engine"), row.getField("hardware")),
        row.getField("phase").equals("prefill"),
        new Efficiencies(
            ShippedTable.number(row, "compute"),
            ShippedTable.number(row, "bandwidth"),
            ShippedTable.number(row, "kv_cost"),
            ShippedTable.number(row, "kv_group_exponent"),
            ShippedTable.number(row, "bus"),
            ShippedTable.number(row, "collective_seconds"),
            ShippedTable.number(row, "collective_slowdown"),
            ShippedTable.number(row, "collective_knee_tokens"),
            ShippedTable.number(row, "layer_floor_seconds"),
            ShippedTable.number(row, "iteration_floor_seconds"),
            ShippedTable.number(row, "sequence_seconds"),
            ShippedTable.number(row, "floor_sharpness"),
            ShippedTable.number(row, "routing_spread")),
        ShippedTable.number(row, "start_seconds"),
        ShippedTable.number(row, "log_std"));
  }
}
