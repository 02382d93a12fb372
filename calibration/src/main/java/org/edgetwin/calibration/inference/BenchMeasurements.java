package org.edgetwin.calibration.inference;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.edgetwin.calibration.data.DataSet;
import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.inference.BatchLatency;
import org.edgetwin.gpu.inference.BatchRun;
import org.edgetwin.gpu.inference.Efficiencies;
import org.edgetwin.gpu.inference.GpuGroup;
import org.edgetwin.gpu.inference.KvMemory;
import org.edgetwin.gpu.inference.LlmArchitecture;
import org.edgetwin.gpu.inference.LlmArchitectures;
import org.edgetwin.gpu.inference.ResidualPoint;
import org.edgetwin.gpu.inference.RooflineLaw;

/**
 * Seconds from the start of a batch to its last token, of 15 models under vLLM and TensorRT-LLM on
 * A100 (40 GB), H100 and GH200 [chitty2024]. Rows of one configuration are one measurement, their
 * median. The column of throughputs is not used.
 *
 * <p>Left out: runs faster than the data sheets allow. They stopped early: most have a prompt as
 * long as the model's whole context.
 */
final class BenchMeasurements {
  /** A model under one engine on one group of GPUs, with one length and batch. */
  record Configuration(String engine, LlmArchitecture model, GpuGroup group, BatchRun run) {
    String entity() {
      return String.join(
          " ",
          engine,
          group.gpus() + "",
          group.gpu().id(),
          model.name(),
          run.sequences() + "x" + run.inputTokens());
    }

    ResidualPoint point() {
      return ResidualPoint.of(model, group, run.inputTokens(), run.sequences());
    }

    BatchLatency latency(Efficiencies efficiencies, double start) {
      return new BatchLatency(
          new RooflineLaw(model, group, efficiencies, efficiencies),
          KvMemory.of(model, group),
          start);
    }
  }

  /** An observation and what it belongs to. */
  record Measured(Configuration configuration, Observation observation) {}

  private static final Map<String, String> GPUS =
      Map.of(
          "Nvidia A100 GPU", "A100-SXM-40",
          "Nvidia H100 GPU", "H100-SXM",
          "Nvidia GH200 GPU", "GH200-96");
  private static final List<String> ENGINES = List.of("vLLM", "TensorRT-LLM");

  private final List<Measured> batches = new ArrayList<>();
  private final List<String> cutShort = new ArrayList<>();

  BenchMeasurements() {
    Map<Configuration, List<NamedCsvRecord>> rows =
        rows("llm-inference-bench/all_results.csv.gz").stream()
            .collect(
                Collectors.groupingBy(
                    row -> configuration(row, number(row, "Input Output Length")),
                    LinkedHashMap::new,
                    Collectors.toList()));
    rows.forEach(
        (configuration, repetitions) -> {
          double seconds =
              new Median()
                  .evaluate(
                      repetitions.stream()
                          .mapToDouble(row -> DataSet.number(row, "Latency"))
                          .toArray());
          add(configuration, seconds);
        });
  }

  private void add(Configuration configuration, double seconds) {
    BatchLatency perfect = configuration.latency(Efficiencies.PERFECT, 0);
    if (seconds < perfect.lowerBoundSeconds(configuration.run())) {
      cutShort.add(configuration.entity());
      return;
    }
    batches.add(
        new Measured(
            configuration,
            new Observation(
                configuration.entity(),
                configuration.point(),
                seconds,
                (efficiencies, start) ->
                    configuration.latency(efficiencies, start).seconds(configuration.run()))));
  }

  /** One per configuration, in file order. */
  List<Measured> batches() {
    return List.copyOf(batches);
  }

  /** Configurations left out because they are faster than the data sheets allow. */
  List<String> cutShort() {
    return List.copyOf(cutShort);
  }

  /** Times to the first token of 16 prompts of 1024 tokens on one GPU; in no fit. */
  static List<Measured> firstTokens() {
    return rows("llm-inference-bench/ttft.csv.gz").stream()
        .map(
            row -> {
              Configuration configuration = configuration(row, number(row, "Output Length"));
              return new Measured(
                  configuration,
                  new Observation(
                      configuration.entity(),
                      configuration.point(),
                      DataSet.number(row, "Latency"),
                      (efficiencies, start) ->
                          configuration
                              .latency(efficiencies, start)
                              .firstTokenSeconds(configuration.run())));
            })
        .toList();
  }

  private static List<NamedCsvRecord> rows(String path) {
    return DataSet.rows(path, row -> row).stream()
        .filter(row -> GPUS.containsKey(row.getField("Hardware")))
        .filter(row -> ENGINES.contains(row.getField("Framework")))
        .toList();
  }

  private static Configuration configuration(NamedCsvRecord row, int outputTokens) {
    String input =
        row.getHeader().contains("Input Length") ? "Input Length" : "Input Output Length";
    return new Configuration(
        row.getField("Framework"),
        LlmArchitectures.standard().require(shortName(row.getField("Model"))),
        GpuGroup.of(
            GpuCatalog.standard().require(GPUS.get(row.getField("Hardware"))),
            number(row, "Num of Hardware")),
        new BatchRun(number(row, input), outputTokens, number(row, "Batch Size")));
  }

  /** {@code meta-llama/Meta-Llama-3-8B} is Llama-3-8B, {@code Llama-2-7b-hf} Llama-2-7b. */
  private static String shortName(String repository) {
    return repository.replaceAll("^.*/", "").replaceAll("^Meta-", "").replaceAll("-hf$", "");
  }

  private static int number(NamedCsvRecord row, String column) {
    return Integer.parseInt(row.getField(column));
  }
}
