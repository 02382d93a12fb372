package org.edgetwin.gpu.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.edgetwin.gpu.Spread;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * Scaling of the four model families that Gavel [gavel] measured on gangs of 2, 4 and 8 K80, P100
 * and V100, in one node and spread over nodes, fitted.
 *
 * <p>Limits: the V100 nodes scale oddly (four GPUs worse than eight), which the constants keep.
 */
public final class FittedGangScaling {
  private static final class Holder {
    static final FittedGangScaling STANDARD = new FittedGangScaling();
  }

  /**
   * What was measured.
   *
   * @param family such as {@code resnet50}
   * @param gpu {@code k80}, {@code p100} or {@code v100}
   * @param spread in one node or over nodes
   * @param gpus 2, 4 or 8
   */
  public record Key(String family, String gpu, Spread spread, int gpus) {}

  private final Map<Key, GangScaling> scalings = new LinkedHashMap<>();

  private FittedGangScaling() {
    ShippedTable.rows(
            "training/gang-scaling.csv",
            row ->
                Map.entry(
                    new Key(
                        row.getField("family"),
                        row.getField("gpu"),
                        Spread.valueOf(row.getField("spread")),
                        ShippedTable.count(row, "gpus")),
                    new GangScaling(
                        ShippedTable.number(row, "compute_stretch"),
                        ShippedTable.number(row, "exchange_seconds"))))
        .forEach(row -> scalings.put(row.getKey(), row.getValue()));
  }

  /** The constants shipped with the program. */
  public static FittedGangScaling standard() {
    return Holder.STANDARD;
  }

  /**
   * The scaling of a family.
   *
   * @throws IllegalArgumentException if it was not measured
   */
  public GangScaling require(Key key) {
    GangScaling scaling = scalings.get(key);
    if (scaling == null) {
      throw new IllegalArgumentException(
          "The scaling of %s was not measured. Maybe one of the families %s is like it."
              .formatted(key, scalings.keySet().stream().map(Key::family).distinct().toList()));
    }
    return scaling;
  }
}
