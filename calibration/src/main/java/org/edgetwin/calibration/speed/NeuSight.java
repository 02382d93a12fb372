package org.edgetwin.calibration.speed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.edgetwin.calibration.data.DataSet;
import org.edgetwin.gpu.operators.GpuTraits;
import org.edgetwin.gpu.operators.GpuTraitsTable;
import org.edgetwin.gpu.operators.MatrixProduct;
import org.edgetwin.gpu.operators.OperatorTable;
import org.edgetwin.gpu.operators.TransformerPass;
import org.edgetwin.gpu.operators.TransformerShape;

/** The measurements of [neusight2025]: passes of transformers, and matrix products alone. */
final class NeuSight {
  private static final double MILLI = 1e-3;
  private static final String FOLDER = "neusight/";

  private NeuSight() {}

  /** The dense runs on one GPU, unfused. */
  static List<MeasuredPass> passes() {
    Map<String, GpuTraits> gpus = gpusByColumn("device");
    Map<String, TransformerShape> shapes = new HashMap<>();
    return DataSet.rows(FOLDER + "e2e_latency_by_gpu.csv", row -> row).stream()
        .filter(NeuSight::isDenseOnOneGpu)
        .map(
            row ->
                new MeasuredPass(
                    gpus.get(row.getField("device")),
                    new TransformerPass(
                        shapes.computeIfAbsent(row.getField("model"), NeuSight::shape),
                        Integer.parseInt(row.getField("batch")),
                        Integer.parseInt(row.getField("seq_len")),
                        row.getField("mode").equals("train")),
                    MILLI * DataSet.number(row, "e2e_latency_ms")))
        .toList();
  }

  /** The matrix products measured on each GPU, by its id. */
  static Map<String, OperatorTable> tables() {
    Map<String, GpuTraits> gpus = gpusByColumn("operator_device");
    return Stream.of("op_linear_test.csv.gz", "op_bmm_test.csv.gz")
        .flatMap(file -> DataSet.rows(FOLDER + file, row -> row).stream())
        .collect(
            Collectors.groupingBy(
                row -> gpus.get(row.getField("Device")),
                Collectors.mapping(NeuSight::measured, Collectors.toList())))
        .entrySet()
        .stream()
        .collect(
            Collectors.toMap(
                e -> e.getKey().id(), e -> new OperatorTable(e.getKey(), e.getValue())));
  }

  private static OperatorTable.Measured measured(NamedCsvRecord row) {
    return new OperatorTable.Measured(
        new MatrixProduct(
            Long.parseLong(row.getField("B")),
            Long.parseLong(row.getField("M")),
            Long.parseLong(row.getField("N")),
            Long.parseLong(row.getField("K"))),
        MILLI * DataSet.number(row, "Latency"));
  }

  private static boolean isDenseOnOneGpu(NamedCsvRecord row) {
    return !row.getField("model").startsWith("switch") && !row.getField("batch").contains("-");
  }

  private static Map<String, GpuTraits> gpusByColumn(String column) {
    return DataSet.rows(FOLDER + "devices.csv", row -> row).stream()
        .filter(row -> !row.getField(column).isEmpty())
        .collect(
            Collectors.toMap(
                row -> row.getField(column),
                row -> GpuTraitsTable.standard().require(row.getField("gpu_id"))));
  }

  private static TransformerShape shape(String model) {
    JsonNode config = config(model);
    int hidden = first(config, "n_embd", "hidden_size");
    return new TransformerShape(
        model,
        TransformerShape.Style.valueOf(
            config.get("model_type").asText().replace("gpt2", "gpt").toUpperCase(Locale.ROOT)),
        hidden,
        first(config, "n_layer", "num_hidden_layers"),
        first(config, "n_head", "num_attention_heads"),
        config.has("n_embd") ? 4 * hidden : first(config, "intermediate_size", "ffn_dim"),
        first(config, "vocab_size"));
  }

  private static int first(JsonNode config, String... names) {
    return Stream.of(names).filter(config::has).findFirst().map(config::get).orElseThrow().asInt();
  }

  private static JsonNode config(String model) {
    try (Reader reader = DataSet.open(FOLDER + "DLmodel_configs_" + model + ".json")) {
      return new ObjectMapper().readTree(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("The sizes of " + model + " cannot be read.", e);
    }
  }
}
