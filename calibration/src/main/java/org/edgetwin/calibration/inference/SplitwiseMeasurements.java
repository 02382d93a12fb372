package org.edgetwin.calibration.inference;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.edgetwin.calibration.data.DataSet;
import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.inference.GpuGroup;
import org.edgetwin.gpu.inference.IterationWork;
import org.edgetwin.gpu.inference.LlmArchitecture;
import org.edgetwin.gpu.inference.LlmArchitectures;
import org.edgetwin.gpu.inference.ResidualPoint;
import org.edgetwin.gpu.inference.RooflineLaw;

/**
 * Time to read a prompt and time per token of Llama-2-70B and BLOOM-176B on groups of A100 and H100
 * [patel2024]. Repetitions are one measurement, their median; so are the prefills of rows that
 * differ only in how many tokens they went on to write.
 *
 * <p>Left out: rows of the power-capped H100, which are the H100's with a slower prefill; and
 * batches that did not run whole, because they are faster than the data sheets allow.
 */
final class SplitwiseMeasurements {
  /** Name of the engine in the tables of fitted constants. */
  static final String ENGINE = "Splitwise";

  private static final Map<String, String> GPUS =
      Map.of("a100-80gb", "A100-SXM-80", "h100-80gb", "H100-SXM");
  private static final Map<String, String> MODELS =
      Map.of("llama2-70b", "Llama-2-70b", "bloom-176b", "bloom-176b");

  /** All rows of one kind, in file order. */
  private record Batch(String model, String hardware, int gpus, int prompt, int sequences) {
    String entity() {
      return model + " on " + gpus + " " + hardware;
    }

    LlmArchitecture architecture() {
      return LlmArchitectures.standard().require(MODELS.get(model));
    }

    GpuGroup group() {
      return GpuGroup.of(GpuCatalog.standard().require(GPUS.get(hardware)), gpus);
    }

    boolean tooFast(double prefillSeconds) {
      double bound =
          RooflineLaw.ofDataSheet(architecture(), group())
              .lowerBoundSeconds(IterationWork.prefill(sequences, prompt));
      return prefillSeconds < bound;
    }
  }

  private record Row(Batch batch, int answer, double prefillSeconds, double tokenSeconds) {}

  private record Answer(Batch batch, int tokens) {}

  private final List<Observation> prefills = new ArrayList<>();
  private final List<Observation> decodes = new ArrayList<>();
  private final Set<String> cutShort;

  SplitwiseMeasurements() {
    List<Row> rows =
        DataSet.rows("splitwise-perf/perf_model.csv.gz", SplitwiseMeasurements::parse).stream()
            .filter(row -> GPUS.containsKey(row.batch().hardware()))
            .toList();
    Map<Batch, Double> prefillSeconds = medians(rows, Row::batch, Row::prefillSeconds);
    List<Batch> impossible =
        prefillSeconds.entrySet().stream()
            .filter(entry -> entry.getKey().tooFast(entry.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    cutShort = impossible.stream().map(SplitwiseMeasurements::describe).collect(Collectors.toSet());
    prefillSeconds.keySet().removeAll(impossible);
    prefillSeconds.forEach((batch, seconds) -> prefills.add(prefill(batch, seconds)));
    medians(rows, row -> new Answer(row.batch(), row.answer()), Row::tokenSeconds)
        .forEach(
            (answer, seconds) -> {
              if (!impossible.contains(answer.batch())) {
                decodes.add(decode(answer, seconds));
              }
            });
  }

  /** One per model, group, prompt length and batch. */
  List<Observation> prefills() {
    return List.copyOf(prefills);
  }

  /** One per model, group, prompt length, batch and answer length. */
  List<Observation> decodes() {
    return List.copyOf(decodes);
  }

  /** What was left out because it is faster than the data sheets allow. */
  List<String> cutShort() {
    return cutShort.stream().sorted(Comparator.naturalOrder()).toList();
  }

  private static Observation prefill(Batch batch, double seconds) {
    IterationWork work = IterationWork.prefill(batch.sequences(), batch.prompt());
    return observation(
        batch,
        work,
        seconds,
        ResidualPoint.of(batch.architecture(), batch.group(), work.prefillTokens(), 1));
  }

  /** The mean over the answer, during which the cache grows: taken in the middle. */
  private static Observation decode(Answer answer, double seconds) {
    Batch batch = answer.batch();
    double context = batch.prompt() + answer.tokens() / 2.0;
    return observation(
        batch,
        IterationWork.decode(batch.sequences(), context),
        seconds,
        ResidualPoint.of(batch.architecture(), batch.group(), context, batch.sequences()));
  }

  private static Observation observation(
      Batch batch, IterationWork work, double seconds, ResidualPoint point) {
    LlmArchitecture architecture = batch.architecture();
    GpuGroup group = batch.group();
    return new Observation(
        batch.entity(),
        point,
        seconds,
        (efficiencies, start) ->
            new RooflineLaw(architecture, group, efficiencies, efficiencies).seconds(work));
  }

  private static String describe(Batch batch) {
    return batch.entity() + ", " + batch.sequences() + " x " + batch.prompt() + " tokens";
  }

  private static <K> Map<K, Double> medians(
      List<Row> rows, Function<Row, K> key, ToDoubleFunction<Row> value) {
    Map<K, List<Row>> groups =
        rows.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    Map<K, Double> medians = new LinkedHashMap<>();
    groups.forEach(
        (k, group) ->
            medians.put(k, new Median().evaluate(group.stream().mapToDouble(value).toArray())));
    return medians;
  }

  private static Row parse(NamedCsvRecord row) {
    var batch =
        new Batch(
            row.getField("model"),
            row.getField("hardware"),
            Integer.parseInt(row.getField("tensor_parallel")),
            Integer.parseInt(row.getField("prompt_size")),
            Integer.parseInt(row.getField("batch_size")));
    return new Row(
        batch,
        Integer.parseInt(row.getField("token_size")),
        DataSet.number(row, "prompt_time") / 1e3,
        DataSet.number(row, "token_time") / 1e3);
  }
}
