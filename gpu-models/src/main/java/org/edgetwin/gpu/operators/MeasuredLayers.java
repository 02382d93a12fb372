package org.edgetwin.gpu.operators;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * Layers measured by [vidur2024]: Llama 2 7B and 70B and Phi-2 in half precision on A40, A100 and
 * H100, at up to 259 numbers of tokens from 1 to 4096, split over 1, 2, 4 and 8 GPUs (Phi-2: 1).
 */
public final class MeasuredLayers {
  private static final double MICRO = 1e-6;

  private static final class Holder {
    static final List<Row> ROWS = read();
  }

  /**
   * One measured row.
   *
   * @param gpuId of the catalogue
   * @param model name
   * @param shape of its layers
   * @param tokens in the batch
   * @param secondsByOperator medians, s, of the operators that the shape has
   */
  public record Row(
      String gpuId,
      String model,
      LayerShape shape,
      int tokens,
      Map<LayerOperator, Double> secondsByOperator) {
    public Row {
      secondsByOperator = Map.copyOf(secondsByOperator);
    }

    /** Time of an operator, s. */
    public double seconds(LayerOperator operator) {
      return secondsByOperator.get(operator);
    }
  }

  private MeasuredLayers() {}

  /** All rows, by GPU, model, number of GPUs and tokens. */
  public static List<Row> rows() {
    return Holder.ROWS;
  }

  /** Tables of rows, by the id of their GPU: one per shape. */
  public static Map<String, List<LayerTable>> tables(List<Row> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                Row::gpuId,
                LinkedHashMap::new,
                Collectors.collectingAndThen(Collectors.toList(), MeasuredLayers::byShape)));
  }

  private static List<LayerTable> byShape(List<Row> rows) {
    return rows.stream()
        .collect(Collectors.groupingBy(Row::shape, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(e -> table(e.getKey(), e.getValue()))
        .toList();
  }

  private static LayerTable table(LayerShape shape, List<Row> rows) {
    return new LayerTable(
        shape,
        rows.stream().mapToInt(Row::tokens).toArray(),
        LayerOperator.of(shape)
            .collect(
                Collectors.toMap(
                    o -> o, o -> rows.stream().mapToDouble(row -> row.seconds(o)).toArray())));
  }

  private static List<Row> read() {
    Map<String, LayerShape> shapes =
        ShippedTable.rows("operators/layer-models.csv", row -> row).stream()
            .collect(Collectors.toMap(row -> row.getField("model"), MeasuredLayers::shape));
    return ShippedTable.rows("operators/layers.csv.gz", row -> row(row, shapes));
  }

  private static LayerShape shape(NamedCsvRecord row) {
    return new LayerShape(
        Integer.parseInt(row.getField("heads")),
        Integer.parseInt(row.getField("kv_heads")),
        Integer.parseInt(row.getField("hidden")),
        Integer.parseInt(row.getField("feed_forward")),
        row.getField("gated").equals("1"),
        row.getField("post_norm").equals("1"),
        1);
  }

  private static Row row(NamedCsvRecord row, Map<String, LayerShape> shapes) {
    String model = row.getField("model");
    LayerShape shape =
        shapes.get(model).splitOver(Integer.parseInt(row.getField("tensor_parallel")));
    return new Row(
        row.getField("gpu_id"),
        model,
        shape,
        Integer.parseInt(row.getField("tokens")),
        LayerOperator.of(shape)
            .collect(Collectors.toMap(o -> o, o -> MICRO * ShippedTable.number(row, o.column()))));
  }
}
