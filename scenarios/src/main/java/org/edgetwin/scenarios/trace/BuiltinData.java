package org.edgetwin.scenarios.trace;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.scenarios.model.RequestColumns;
import org.edgetwin.scenarios.model.TimeFormat;
import org.edgetwin.scenarios.model.TraceColumns;

/**
 * The traces and node lists that come with the program. Sources and licences lie beside the files,
 * in {@code scenarios/data}.
 */
public final class BuiltinData {
  private static final String ROOT = "/org/edgetwin/scenarios/data/";
  private static final String OPENB = "openb-gpu-2023/openb_";

  private static final TraceColumns PHILLY_COLUMNS =
      new TraceColumns(
          "timestamp",
          "duration",
          null,
          null,
          "num_gpus",
          null,
          null,
          null,
          null,
          null,
          "cluster",
          null,
          null,
          null,
          null,
          null,
          TimeFormat.DATETIME,
          1,
          ",");

  /** The layout of openb pod lists: a pod that was never scheduled runs from its creation. */
  static final TraceColumns OPENB_COLUMNS =
      new TraceColumns(
          "creation_time",
          null,
          "scheduled_time",
          "deletion_time",
          "num_gpu",
          "gpu_milli",
          "cpu_milli",
          "memory_mib",
          "gpu_spec",
          "name",
          null,
          null,
          null,
          null,
          null,
          null,
          TimeFormat.SECONDS,
          1,
          ",");

  /** The layout of the openb pod list without times and models. */
  private static final TraceColumns OPENB_UNTIMED_COLUMNS =
      new TraceColumns(
          null,
          null,
          null,
          null,
          "num_gpu",
          "gpu_milli",
          "cpu_milli",
          "memory_mib",
          null,
          "name",
          null,
          null,
          null,
          null,
          null,
          null,
          TimeFormat.SECONDS,
          1,
          ",");

  /** One of six measured training jobs is the class of each. */
  private static final TraceColumns POLLUX_COLUMNS =
      new TraceColumns(
          "time",
          "duration_s",
          null,
          null,
          "num_replicas",
          null,
          null,
          null,
          null,
          "name",
          null,
          null,
          "application",
          null,
          null,
          null,
          TimeFormat.SECONDS,
          1,
          ",");

  /** Jobs of one GPU; one of 26 measured configurations is the class of each. */
  private static final TraceColumns GAVEL_COLUMNS =
      new TraceColumns(
          "arrival_in_mean_gaps",
          "v100_seconds",
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          "id",
          null,
          null,
          "job_type",
          null,
          null,
          null,
          TimeFormat.SECONDS,
          1,
          ",");

  /** Model and gang are the class of each. */
  private static final TraceColumns MURI_COLUMNS =
      new TraceColumns(
          "submit_s",
          "duration_s",
          null,
          null,
          "gpus",
          null,
          null,
          null,
          null,
          "job_id",
          null,
          null,
          "class",
          null,
          null,
          null,
          TimeFormat.SECONDS,
          1,
          ",");

  private static final RequestColumns AZURE_COLUMNS =
      new RequestColumns("TIMESTAMP", "ContextTokens", "GeneratedTokens", TimeFormat.DATETIME, ",");

  private record BuiltinRequests(String resource, RequestColumns columns) {}

  private static final Map<String, BuiltinRequests> REQUEST_TRACES =
      Map.of(
          "azure-conversation",
          new BuiltinRequests("azure-llm-2023/AzureLLMInferenceTrace_conv.csv.gz", AZURE_COLUMNS));

  private record BuiltinTrace(String resource, TraceColumns columns) {}

  private static final Map<String, BuiltinTrace> TRACES = traces();
  private static final Map<String, String> INVENTORIES = inventories();

  private BuiltinData() {}

  private static Map<String, BuiltinTrace> traces() {
    Map<String, BuiltinTrace> traces = new LinkedHashMap<>();
    traces.put("philly", new BuiltinTrace("philly-jobs/philly_jobs.csv.gz", PHILLY_COLUMNS));
    traces.put("openb", openb("default"));
    for (String variant : List.of("cpu250", "gpushare40", "gpuspec33")) {
      traces.put("openb-" + variant, openb(variant));
    }
    traces.put(
        "openb-multigpu50",
        new BuiltinTrace(OPENB + "pod_list_multigpu50.csv.gz", OPENB_UNTIMED_COLUMNS));
    for (String kind : List.of("tuned", "realistic")) {
      for (int i = 1; i <= 4; i++) {
        String name = kind + "-" + i;
        traces.put(
            "pollux-" + name,
            new BuiltinTrace("pollux-workloads/" + name + ".csv", POLLUX_COLUMNS));
      }
    }
    for (int seed : List.of(0, 15, 42, 1234)) {
      traces.put(
          "gavel-" + seed,
          new BuiltinTrace("gavel-streams/stream-seed" + seed + ".csv.gz", GAVEL_COLUMNS));
    }
    traces.put("muri-testbed", new BuiltinTrace("muri-testbed/jobs.csv", MURI_COLUMNS));
    return traces;
  }

  private static BuiltinTrace openb(String variant) {
    return new BuiltinTrace(OPENB + "pod_list_" + variant + ".csv.gz", OPENB_COLUMNS);
  }

  private static Map<String, String> inventories() {
    Map<String, String> inventories = new LinkedHashMap<>();
    inventories.put("openb", OPENB + "node_list_all_node.csv.gz");
    inventories.put("openb-gpu-nodes", OPENB + "node_list_gpu_node.csv.gz");
    return inventories;
  }

  /** Names of the traces. */
  public static List<String> traceNames() {
    return List.copyOf(TRACES.keySet());
  }

  /** Names of the request traces. */
  public static List<String> requestTraceNames() {
    return List.copyOf(REQUEST_TRACES.keySet());
  }

  /** Names of the node lists. */
  public static List<String> inventoryNames() {
    return List.copyOf(INVENTORIES.keySet());
  }

  static TraceColumns columns(String trace) {
    return require(TRACES, trace).columns();
  }

  static InputStream openTrace(String trace) throws IOException {
    return open(require(TRACES, trace).resource());
  }

  static RequestColumns requestColumns(String trace) {
    return require(REQUEST_TRACES, trace).columns();
  }

  static InputStream openRequests(String trace) throws IOException {
    return open(require(REQUEST_TRACES, trace).resource());
  }

  static InputStream openInventory(String inventory) throws IOException {
    return open(require(INVENTORIES, inventory));
  }

  private static <T> T require(Map<String, T> byName, String name) {
    T found = byName.get(name);
    if (found == null) {
      throw new IllegalArgumentException("There is no built-in '" + name + "'.");
    }
    return found;
  }

  private static InputStream open(String resource) throws IOException {
    InputStream in = BuiltinData.class.getResourceAsStream(ROOT + resource);
    if (in == null) {
      throw new FileNotFoundException("The program lacks its resource " + resource + ".");
    }
    return in;
  }
}
