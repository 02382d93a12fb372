package org.edgetwin.calibration.serving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.edgetwin.calibration.data.DataSet;
import org.edgetwin.gpu.serving.IterationTime;
import org.edgetwin.gpu.serving.OperatorProfile;
import org.edgetwin.sim.serving.EngineSettings;
import org.edgetwin.sim.serving.ServingRequest;

/**
 * A measured run of vLLM: what it was started with, what was asked of it, and how long that took
 * [llmservingsim].
 *
 * @param name of its files
 * @param model what was served
 * @param engine its settings, on each rank
 * @param graphSizes batch sizes with a captured CUDA graph
 * @param ranks engines that shared the requests, each with a GPU of its own
 * @param requests in order of arrival
 * @param measured in the same order
 */
record VllmRun(
    String name,
    Model model,
    EngineSettings engine,
    List<Integer> graphSizes,
    int ranks,
    List<ServingRequest> requests,
    List<Measured> measured) {
  /** The run whose meta has the resolved settings of this version of vLLM. */
  private static final String WITH_ALL_SETTINGS = "RTX4090_Llama-3.1-8B";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Facts about the model and its GPU. */
  record Model(
      int layers,
      long kvBytesPerToken,
      long weightBytes,
      long memoryBytes,
      int experts,
      int expertsPerToken) {}

  /** Seconds from the arrival of a request. */
  record Measured(double firstToken, double last) {}

  static VllmRun load(String name) {
    JsonNode all = json(WITH_ALL_SETTINGS);
    JsonNode meta = json(name);
    Model model = model(name);
    JsonNode started = meta.get("engine_kwargs");
    JsonNode usual = all.get("resolved_config");
    int seqs = started.get("max_num_seqs").asInt();
    int blockSize = all.at("/kv_cache/block_size").asInt();
    JsonNode scheduler = usual.get("scheduler_config");
    EngineSettings engine =
        new EngineSettings(
            seqs,
            started.get("max_num_batched_tokens").asInt(),
            kvBlocks(meta, all, model, blockSize),
            blockSize,
            scheduler.get("enable_chunked_prefill").asBoolean(),
            usual.at("/cache_config/enable_prefix_caching").asBoolean(),
            scheduler.get("async_scheduling").asBoolean(),
            scheduler.get("scheduler_reserve_full_isl").asBoolean());
    // By default vLLM captures graphs up to twice max_num_seqs.
    List<Integer> graphSizes =
        StreamSupport.stream(
                usual.at("/compilation_config/cudagraph_capture_sizes").spliterator(), false)
            .map(JsonNode::asInt)
            .filter(size -> size <= 2 * seqs)
            .toList();
    List<JsonNode> rows = requestRows(name);
    return new VllmRun(
        name,
        model,
        engine,
        graphSizes,
        started.get("data_parallel_size").asInt(),
        requests(rows),
        measured(rows));
  }

  /** The duration of an iteration, by the operator profile of its model and GPU. */
  IterationTime iterationTime() {
    OperatorProfile.Layers layers =
        new OperatorProfile.Layers(model.layers(), model.experts(), model.expertsPerToken(), ranks);
    return OperatorProfile.named(name + "_tp1")
        .times(
            layers,
            graphSizes.stream().mapToInt(Integer::intValue).toArray(),
            engine.maxNumBatchedTokens(),
            engine.maxNumSeqs());
  }

  /** As the engine found, or by the memory formula; less the block that vLLM keeps. */
  private static int kvBlocks(JsonNode meta, JsonNode all, Model model, int blockSize) {
    if (meta.has("kv_cache")) {
      return meta.at("/kv_cache/num_gpu_blocks").asInt() - 1;
    }
    double share = all.at("/kv_cache/gpu_memory_utilization").asDouble();
    double bytes = share * model.memoryBytes() - model.weightBytes();
    return (int) (bytes / (model.kvBytesPerToken() * blockSize)) - 1;
  }

  private static Model model(String run) {
    return DataSet.rows("vllm/models.csv", row -> row).stream()
        .filter(row -> row.getField("run").equals(run))
        .map(
            row ->
                new Model(
                    Integer.parseInt(row.getField("layers")),
                    Long.parseLong(row.getField("kv_bytes_per_token")),
                    Long.parseLong(row.getField("weight_bytes")),
                    Long.parseLong(row.getField("memory_bytes")),
                    Integer.parseInt(row.getField("experts")),
                    Integer.parseInt(row.getField("experts_per_token"))))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no run " + run + "."));
  }

  private static List<ServingRequest> requests(List<JsonNode> rows) {
    double first = rows.get(0).get("arrival_time").asDouble();
    return rows.stream()
        .map(
            row ->
                ServingRequest.of(
                    row.get("arrival_time").asDouble() - first,
                    row.get("input_toks").asInt(),
                    row.get("output_toks").asInt()))
        .toList();
  }

  /** The quickest hand-over to the engine tells the offset between the two clocks. */
  private static List<Measured> measured(List<JsonNode> rows) {
    double offset =
        rows.stream()
            .mapToDouble(
                row -> row.get("queued_ts").asDouble() - row.get("arrival_time").asDouble())
            .min()
            .orElseThrow();
    return rows.stream()
        .map(
            row -> {
              double arrival = row.get("arrival_time").asDouble() + offset;
              return new Measured(
                  row.get("first_token_ts").asDouble() - arrival,
                  row.get("last_token_ts").asDouble() - arrival);
            })
        .toList();
  }

  private static List<JsonNode> requestRows(String name) {
    List<JsonNode> rows = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(DataSet.open("vllm/" + name + "_requests.jsonl.gz"))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        rows.add(JSON.readTree(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The requests of the run " + name + " cannot be read.", e);
    }
    rows.sort(Comparator.comparingDouble(row -> row.get("arrival_time").asDouble()));
    return rows;
  }

  private static JsonNode json(String name) {
    try (Reader reader = DataSet.open("vllm/" + name + "_meta.json.gz")) {
      return JSON.readTree(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("The settings of the run " + name + " cannot be read.", e);
    }
  }
}
