package org.edgetwin.gpu.operators;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.gpu.operators.Estimate.Source;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * How far predicted times of layers are off, as standard deviations of the log error on what was
 * left out of the fit, per source.
 */
public final class LayerErrors {
  /**
   * The two parts of a log error.
   *
   * @param shared by all predictions for one model on one GPU
   * @param own the rest
   */
  public record Parts(double shared, double own) {}

  private record Row(Source source, boolean wholeLayer, Parts parts) {}

  private static final class Holder {
    static final LayerErrors STANDARD =
        new LayerErrors(
            ShippedTable.rows(
                "operators/layer-errors.csv",
                row ->
                    new Row(
                        Source.valueOf(row.getField("source")),
                        row.getField("of").equals("layer"),
                        new Parts(
                            ShippedTable.number(row, "shared_log_sd"),
                            ShippedTable.number(row, "own_log_sd")))));
  }

  private final Map<Source, Parts> ofLayers = new EnumMap<>(Source.class);
  private final Map<Source, Parts> ofOperators = new EnumMap<>(Source.class);

  private LayerErrors(List<Row> rows) {
    rows.forEach(row -> (row.wholeLayer() ? ofLayers : ofOperators).put(row.source(), row.parts()));
  }

  /** The errors shipped with the program. */
  public static LayerErrors standard() {
    return Holder.STANDARD;
  }

  /** Of the sum over a layer's operators. */
  public Parts ofLayer(Source source) {
    return parts(ofLayers, source);
  }

  /** Of a single operator. */
  public Parts ofOperator(Source source) {
    return parts(ofOperators, source);
  }

  private static Parts parts(Map<Source, Parts> partsBySource, Source source) {
    Parts parts = partsBySource.get(source);
    if (parts == null) {
      throw new IllegalArgumentException("Layers are never estimated from " + source + ".");
    }
    return parts;
  }
}
