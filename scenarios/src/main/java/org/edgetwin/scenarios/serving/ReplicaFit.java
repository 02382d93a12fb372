package org.edgetwin.scenarios.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.inference.GpuGroup;
import org.edgetwin.gpu.inference.KvMemory;
import org.edgetwin.gpu.inference.LlmArchitecture;
import org.edgetwin.gpu.serving.ServingTimes;
import org.edgetwin.scenarios.generate.ScenarioContext;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.model.InferencePlan;
import org.edgetwin.scenarios.model.ServicePlan;
import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.fleet.NodeSpec;
import org.edgetwin.sim.serving.EngineSettings;
import org.edgetwin.sim.serving.ReplicaHardware;

/**
 * The GPU models of a fleet that replicas of a service can stand on, and how fast they are there.
 */
final class ReplicaFit {
  private static final double GIGA = 1e9;

  private final ServicePlan plan;
  private final LlmArchitecture model;
  private final List<ReplicaHardware> hardwareList = new ArrayList<>();
  private final Map<String, String> basisByGpu = new TreeMap<>();

  /**
   * Of a service.
   *
   * @param virtualCluster of its replicas
   * @throws BadInputException if no node of the fleet can hold a replica
   */
  ReplicaFit(
      ServicePlan plan,
      LlmArchitecture model,
      ScenarioContext context,
      FleetSpec fleet,
      int virtualCluster) {
    this.plan = plan;
    this.model = model;
    if (model.heads() % plan.gpusPerReplica() != 0) {
      throw problem(
          "gpus_per_replica",
          Integer.toString(plan.gpusPerReplica()),
          model.name()
              + " has "
              + model.heads()
              + " heads, which so many GPUs cannot share evenly.",
          "Maybe a power of two.");
    }
    if (longestTokens() > model.contextTokens()) {
      throw problem(
          "engine.max_model_len",
          Integer.toString(longestTokens()),
          model.name() + " was trained for " + model.contextTokens() + " tokens.",
          "Maybe leave it out.");
    }
    List<String> wanted =
        plan.gpuModels().stream().map(name -> context.names().gpu(name).id()).toList();
    Map<String, GpuModel> candidates = new TreeMap<>();
    for (NodeSpec node : fleet.nodes()) {
      boolean open =
          node.virtualCluster() == NodeSpec.SHARED || node.virtualCluster() == virtualCluster;
      boolean named = wanted.isEmpty() || wanted.contains(node.gpuModel().id());
      if (open && named && node.gpuCount() >= plan.gpusPerReplica()) {
        candidates.put(node.gpuModel().id(), node.gpuModel());
      }
    }
    candidates.values().forEach(this::addIfItFits);
    if (hardwareList.isEmpty()) {
      throw problem("model", model.name(), whyNot(candidates), hint(candidates));
    }
  }

  /** Longest request, prompt and answer together, tokens. */
  int longestTokens() {
    Integer asked = plan.engine().maxModelLen();
    return asked == null ? model.contextTokens() : asked;
  }

  List<ReplicaHardware> hardware() {
    return hardwareList;
  }

  /** What iteration times rest on, by GPU model. */
  Map<String, String> basisByGpu() {
    return basisByGpu;
  }

  private void addIfItFits(GpuModel gpu) {
    InferencePlan engine = plan.engine();
    GpuGroup group = GpuGroup.of(gpu, plan.gpusPerReplica());
    // The engine keeps one block for itself.
    long blocks = new KvMemory(model, group, engine.memoryShare()).blocks(engine.blockSize()) - 1;
    if (blocks < 1 || blocks * engine.blockSize() < longestTokens()) {
      return;
    }
    ServingTimes times =
        ServingTimes.of(model, group, engine.maxNumSeqs(), engine.maxNumBatchedTokens());
    EngineSettings settings =
        new EngineSettings(
            engine.maxNumSeqs(),
            engine.maxNumBatchedTokens(),
            (int) Math.min(Integer.MAX_VALUE / engine.blockSize(), blocks),
            engine.blockSize(),
            engine.chunkedPrefill(),
            engine.prefixCaching(),
            true,
            true);
    hardwareList.add(new ReplicaHardware(gpu.id(), times.times(), settings));
    basisByGpu.put(gpu.id(), times.source().name().toLowerCase(Locale.ROOT));
  }

  private String whyNot(Map<String, GpuModel> candidates) {
    if (candidates.isEmpty()) {
      return "No node that the service may use has " + plan.gpusPerReplica() + " GPUs.";
    }
    List<String> sizes = new ArrayList<>();
    candidates
        .values()
        .forEach(gpu -> sizes.add(gpu.id() + " (" + gigabytes(gpu.memoryGb() * GIGA) + ")"));
    return String.format(
        Locale.ROOT,
        "A replica fits no GPU of the fleet: %s of weights and %s of cache for one request of %d"
            + " tokens, in %.0f %% of the memory of %d GPU%s of %s.",
        gigabytes(model.weightBytes()),
        gigabytes(model.kvBytesPerToken() * longestTokens()),
        longestTokens(),
        100 * plan.engine().memoryShare(),
        plan.gpusPerReplica(),
        plan.gpusPerReplica() == 1 ? "" : "s",
        String.join(" or ", sizes));
  }

  private String hint(Map<String, GpuModel> candidates) {
    if (candidates.isEmpty()) {
      return "Maybe fewer gpus_per_replica, or other gpu_models.";
    }
    boolean weightsFit =
        candidates.values().stream()
            .anyMatch(
                gpu ->
                    new KvMemory(
                                model,
                                GpuGroup.of(gpu, plan.gpusPerReplica()),
                                plan.engine().memoryShare())
                            .cacheBytes()
                        > 0);
    return weightsFit
        ? "Maybe set engine.max_model_len lower."
        : "Maybe more gpus_per_replica, or a smaller model.";
  }

  private static String gigabytes(double bytes) {
    return String.format(Locale.ROOT, "%.1f GB", bytes / GIGA);
  }

  private BadInputException problem(String key, String value, String message, String hint) {
    return new BadInputException(
        Issue.inScenario("services." + plan.name() + "." + key, value, message, hint));
  }
}
