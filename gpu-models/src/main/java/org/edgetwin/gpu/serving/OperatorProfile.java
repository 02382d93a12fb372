package org.edgetwin.gpu.serving;

import static org.edgetwin.gpu.table.ShippedTable.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.edgetwin.gpu.NearestNames;
import org.edgetwin.gpu.table.ShippedTable;

/** The measured operator times of a model on one GPU under vLLM [llmservingsim]. */
public final class OperatorProfile {
  private static final double MICROSECOND = 1e-6;

  /** Operators that a whole model runs once. */
  private static final Set<String> ONCE = Set.of("embedding", "final_layernorm");

  /** A block normalises before attention and before its feed-forward part. */
  private static final Set<String> TWICE = Set.of("layernorm");

  private final String name;

  private OperatorProfile(String name) {
    this.name = name;
  }

  /**
   * How often the operators of a block run.
   *
   * @param layers blocks of the model
   * @param experts feed-forward experts of a block; not above 1 if it is dense
   * @param expertsPerToken how many of them a token uses
   * @param ranks engines that share the experts, each on a GPU of its own
   */
  public record Layers(int layers, int experts, int expertsPerToken, int ranks) {}

  /** The profile of that name, as {@code profiles.csv} lists it. */
  public static OperatorProfile named(String name) {
    return new OperatorProfile(name);
  }

  /**
   * The profile of a model on a GPU if there is one.
   *
   * @param model such as {@code Llama-3.1-8B}; case, spaces, dots and hyphens do not matter
   * @param gpuId such as {@code RTX-4090}
   */
  public static Optional<OperatorProfile> find(String model, String gpuId) {
    String wanted = NearestNames.canonical(model);
    return ShippedTable.rows("serving/profiles.csv", row -> row).stream()
        .filter(row -> row.getField("gpu").equals(gpuId))
        .filter(
            row ->
                Arrays.stream(row.getField("models").split("[|]"))
                    .anyMatch(known -> NearestNames.canonical(known).equals(wanted)))
        .map(row -> named(row.getField("profile")))
        .findFirst();
  }

  /**
   * The duration of an iteration.
   *
   * @param graphSizes batch sizes with a captured CUDA graph
   * @param maxTokens of an iteration
   * @param maxSequences of an iteration
   */
  public OperatorTimes times(Layers shape, int[] graphSizes, int maxTokens, int maxSequences) {
    OperatorTimesBuilder times = new OperatorTimesBuilder(shape.layers(), attention());
    curves("dense", "tokens")
        .forEach(
            (operator, curve) -> {
              if (ONCE.contains(operator)) {
                times.once(curve);
              } else {
                times.inEachLayer(curve, TWICE.contains(operator) ? 2 : 1);
              }
            });
    curves("per_sequence", "sequences").values().forEach(times::perSequence);
    if (shape.experts() > 1) {
      times.inEachLayer(
          experts()
              .uniformlyRouted(
                  shape.experts(),
                  shape.expertsPerToken(),
                  shape.experts() / shape.ranks(),
                  shape.ranks()),
          1);
    }
    return times.graphSizes(graphSizes).build(maxTokens, maxSequences);
  }

  private AttentionTable attention() {
    AttentionTableBuilder table = new AttentionTableBuilder();
    ShippedTable.rows(path("attention"), row -> row)
        .forEach(
            row ->
                table.add(
                    ShippedTable.count(row, "prefill_chunk"),
                    ShippedTable.count(row, "kv_prefill"),
                    ShippedTable.count(row, "n_decode"),
                    ShippedTable.count(row, "kv_decode"),
                    seconds(row)));
    return table.build();
  }

  private ExpertTable experts() {
    Map<Integer, NavigableMap<Integer, Double>> rows = new TreeMap<>();
    ShippedTable.rows(path("moe"), row -> row)
        .forEach(
            row ->
                rows.computeIfAbsent(ShippedTable.count(row, "tokens"), tokens -> new TreeMap<>())
                    .put(ShippedTable.count(row, "activated_experts"), seconds(row)));
    return ExpertTable.of(rows);
  }

  /** Seconds of each operator by the size of its batch. */
  private Map<String, PiecewiseLinear> curves(String kind, String size) {
    Map<String, NavigableMap<Double, Double>> points = new LinkedHashMap<>();
    ShippedTable.rows(path(kind), row -> row)
        .forEach(
            row ->
                points
                    .computeIfAbsent(row.getField("layer"), operator -> new TreeMap<>())
                    .put(number(row, size), seconds(row)));
    Map<String, PiecewiseLinear> curves = new LinkedHashMap<>();
    points.forEach(
        (operator, times) ->
            curves.put(
                operator,
                new PiecewiseLinear(
                    times.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
                    times.values().stream().mapToDouble(Double::doubleValue).toArray())));
    return curves;
  }

  private String path(String kind) {
    return "serving/" + name + "_" + kind + ".csv.gz";
  }

  private static double seconds(NamedCsvRecord row) {
    return MICROSECOND * number(row, "time_us");
  }
}
