package org.edgetwin.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.inference.GpuGroup;
import org.edgetwin.gpu.inference.KvMemory;
import org.edgetwin.gpu.inference.LlmArchitecture;
import org.edgetwin.gpu.inference.LlmArchitectures;
import org.edgetwin.gpu.serving.ServingTimes;
import org.edgetwin.scenarios.model.RequestColumns;
import org.edgetwin.scenarios.model.RequestTrace;
import org.edgetwin.scenarios.model.TimeFormat;
import org.edgetwin.scenarios.trace.RequestTraceReader;
import org.edgetwin.scenarios.trace.TraceRequest;
import org.edgetwin.sim.serving.EngineSettings;
import org.edgetwin.sim.serving.ServedBy;
import org.edgetwin.sim.serving.ServiceSpec;
import org.edgetwin.sim.serving.ServingRequest;
import org.edgetwin.sim.serving.ServingSimulation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Requests simulated per second on one core: the whole Azure conversation trace (19,366 requests,
 * 1,155 prompt and 211 output tokens on average) to Llama 3.1 8B, batched.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx3g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ServingBenchmark {
  private static final int REQUESTS = 19_366;
  private static final int MAX_NUM_SEQS = 256;
  private static final int MAX_NUM_BATCHED_TOKENS = 2048;
  private static final int BLOCK_TOKENS = 16;

  /** GPU of every replica: measured operator times on the first, a law on the second. */
  @Param({"RTX-4090", "H100-SXM"})
  public String gpu;

  /** Replicas that share the trace. */
  @Param({"2", "8"})
  public int replicas;

  /** Factor on the times between arrivals. */
  @Param({"1", "0.25"})
  public double stretch;

  private List<ServedBy> services;
  private List<ServingRequest> requests;

  /** Reads the trace, and builds the tables of iteration times. */
  @Setup
  public void prepare() {
    requests = new ArrayList<>();
    RequestColumns unused = new RequestColumns("", "", "", TimeFormat.AUTO, ",");
    RequestTrace trace = new RequestTrace("azure-conversation", null, unused, 0, null, stretch);
    for (TraceRequest request : RequestTraceReader.read(trace)) {
      requests.add(
          ServingRequest.of(request.arrivalTime(), request.promptTokens(), request.outputTokens()));
    }
    if (requests.size() != REQUESTS) {
      throw new IllegalStateException("The trace has " + requests.size() + " requests.");
    }
    LlmArchitecture model = LlmArchitectures.standard().require("Llama-3.1-8B");
    GpuGroup group = GpuGroup.of(GpuCatalog.standard().require(gpu), 1);
    int blocks = (int) KvMemory.of(model, group).blocks(BLOCK_TOKENS) - 1;
    services =
        List.of(
            ServedBy.fixed(
                ServiceSpec.fixed(
                    "llm",
                    ServingTimes.of(model, group, MAX_NUM_SEQS, MAX_NUM_BATCHED_TOKENS).times(),
                    EngineSettings.usual(MAX_NUM_SEQS, MAX_NUM_BATCHED_TOKENS, blocks),
                    replicas)));
  }

  /** The whole trace. */
  @Benchmark
  @OperationsPerInvocation(REQUESTS)
  public long trace() {
    return new ServingSimulation(services, requests).run().kernel().eventCount();
  }
}
