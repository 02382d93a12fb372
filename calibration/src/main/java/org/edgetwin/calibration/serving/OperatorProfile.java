package org.edgetwin.calibration.serving;

import static org.edgetwin.calibration.data.DataSet.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.edgetwin.calibration.data.DataSet;
import org.edgetwin.gpu.serving.AttentionTable;
import org.edgetwin.gpu.serving.AttentionTableBuilder;
import org.edgetwin.gpu.serving.ExpertTable;
import org.edgetwin.gpu.serving.IterationTime;
import org.edgetwin.gpu.serving.OperatorTimesBuilder;
import org.edgetwin.gpu.serving.PiecewiseLinear;

/** The measured operator times of a model on a GPU [llmservingsim]. */
final class OperatorProfile {
  private static final double MICROSECOND = 1e-6;

  /** Operators that a whole model runs once. */
  private static final Set<String> ONCE = Set.of("embedding", "final_layernorm");

  /** A block normalises before attention and before its feed-forward part. */
  private static final Set<String> TWICE = Set.of("layernorm");

  private final String name;

  OperatorProfile(String name) {
    this.name = name;
  }

  /** The duration of an iteration of a run with this profile. */
  IterationTime iterationTime(VllmRun run) {
    VllmRun.Model model = run.model();
    OperatorTimesBuilder times = new OperatorTimesBuilder(model.layers(), attention());
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
    if (model.experts() > 0) {
      times.inEachLayer(
          experts()
              .uniformlyRouted(
                  model.experts(),
                  model.expertsPerToken(),
                  model.experts() / run.ranks(),
                  run.ranks()),
          1);
    }
    return times
        .graphSizes(run.graphSizes().stream().mapToInt(Integer::intValue).toArray())
        .build(run.engine().maxNumBatchedTokens(), run.engine().maxNumSeqs());
  }

  private AttentionTable attention() {
    AttentionTableBuilder table = new AttentionTableBuilder();
    DataSet.rows(path("attention"), row -> row)
        .forEach(
            row ->
                table.add(
                    whole(row, "prefill_chunk"),
                    whole(row, "kv_prefill"),
                    whole(row, "n_decode"),
                    whole(row, "kv_decode"),
                    seconds(row)));
    return table.build();
  }

  private ExpertTable experts() {
    Map<Integer, NavigableMap<Integer, Double>> rows = new TreeMap<>();
    DataSet.rows(path("moe"), row -> row)
        .forEach(
            row ->
                rows.computeIfAbsent(whole(row, "tokens"), tokens -> new TreeMap<>())
                    .put(whole(row, "activated_experts"), seconds(row)));
    return ExpertTable.of(rows);
  }

  /** Seconds of each operator by the size of its batch. */
  private Map<String, PiecewiseLinear> curves(String kind, String size) {
    Map<String, NavigableMap<Double, Double>> points = new LinkedHashMap<>();
    DataSet.rows(path(kind), row -> row)
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
    return "vllm/profile_" + name + "_tp1_" + kind + ".csv.gz";
  }

  private static int whole(NamedCsvRecord row, String column) {
    return Integer.parseInt(row.getField(column));
  }

  private static double seconds(NamedCsvRecord row) {
    return MICROSECOND * number(row, "time_us");
  }
}
