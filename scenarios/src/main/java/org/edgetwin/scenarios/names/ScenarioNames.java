package org.edgetwin.scenarios.names;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleConsumer;
import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.GpuModelBuilder;
import org.edgetwin.gpu.Region;
import org.edgetwin.gpu.Regions;
import org.edgetwin.gpu.WorkloadCatalog;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.gpu.operators.TransformerPass;
import org.edgetwin.gpu.operators.TransformerShape;
import org.edgetwin.gpu.training.GangNetwork;
import org.edgetwin.gpu.training.GangPlan;
import org.edgetwin.gpu.training.Overlap;
import org.edgetwin.gpu.training.PlannedSpeed;
import org.edgetwin.scenarios.model.CustomClass;
import org.edgetwin.scenarios.model.CustomGpu;
import org.edgetwin.scenarios.model.CustomRegion;
import org.edgetwin.scenarios.model.ParallelismPlan;
import org.edgetwin.scenarios.model.Scenario;
import org.edgetwin.scenarios.model.StagesPlan;
import org.edgetwin.scenarios.model.TransformerPlan;
import org.edgetwin.sim.job.StageTimes;
import org.jspecify.annotations.Nullable;

/**
 * GPU models, workload classes and regions by name: the scenario's own first, then the catalogues.
 * Thread-safe.
 */
public final class ScenarioNames {
  private final Map<String, GpuModel> gpuByName = new HashMap<>();
  private final Map<String, WorkloadClass> classByName = new ConcurrentHashMap<>();
  private final List<WorkloadClass> ownClasses;
  private final Map<WorkloadClass, TransformerPass> passByClass = new HashMap<>();
  private final Map<WorkloadClass, PlannedSpeed.Planned> plannedByClass = new HashMap<>();
  private final Map<WorkloadClass, StageTimes> stagesByClass = new HashMap<>();
  private final Map<String, Region> regionByName = new HashMap<>();

  public ScenarioNames(Scenario scenario) {
    scenario.gpus().forEach(gpu -> gpuByName.put(gpu.id(), model(gpu)));
    ownClasses = scenario.workloadClasses().stream().map(ScenarioNames::workload).toList();
    ownClasses.forEach(own -> classByName.put(own.id(), own));
    for (CustomClass own : scenario.workloadClasses()) {
      WorkloadClass workload = classByName.get(own.id());
      if (own.parallel() != null) {
        plannedByClass.put(workload, planned(own, own.parallel()));
      } else if (own.transformer() != null) {
        passByClass.put(workload, pass(own, own.transformer()));
      }
      if (own.stages() != null) {
        stagesByClass.put(workload, stages(own.stages()));
      }
    }
    scenario.regions().forEach(own -> regionByName.put(own.id(), region(own)));
  }

  /** The model of that id or alias. */
  public Optional<GpuModel> findGpu(String name) {
    GpuModel own = gpuByName.get(name);
    return own != null ? Optional.of(own) : GpuCatalog.standard().find(name);
  }

  /**
   * The model of that id or alias.
   *
   * @throws IllegalArgumentException if there is none
   */
  public GpuModel gpu(String name) {
    GpuModel own = gpuByName.get(name);
    return own != null ? own : GpuCatalog.standard().require(name);
  }

  /** At most three catalogued names near one that is not known. */
  public List<String> suggestGpus(String name) {
    return GpuCatalog.standard().suggest(name);
  }

  /** The class of that id or measured job type; one that nobody knows follows the usual law. */
  public WorkloadClass workloadClass(String name) {
    return classByName.computeIfAbsent(
        name,
        unseen ->
            WorkloadCatalog.standard()
                .find(unseen)
                .or(() -> WorkloadCatalog.standard().findJobType(unseen))
                .orElseGet(() -> WorkloadCatalog.unknown(unseen)));
  }

  /** The classes that the scenario defines. */
  public List<WorkloadClass> ownClasses() {
    return ownClasses;
  }

  /** How gangs train those of them for which it is given. */
  public Map<WorkloadClass, PlannedSpeed.Planned> planned() {
    return plannedByClass;
  }

  /** What those others compute in a step whose sizes are given. */
  public Map<WorkloadClass, TransformerPass> transformers() {
    return passByClass;
  }

  /** How long an iteration of its jobs keeps each resource busy; null if it does not say. */
  public @Nullable StageTimes stages(WorkloadClass workload) {
    return stagesByClass.get(workload);
  }

  private static StageTimes stages(StagesPlan plan) {
    return new StageTimes(
        plan.loadSeconds(), plan.computeSeconds(), plan.exchangeSeconds(), plan.iterationSeconds());
  }

  private static TransformerPass pass(CustomClass own, TransformerPlan plan) {
    TransformerShape shape =
        new TransformerShape(
            own.id(),
            plan.style(),
            plan.hidden(),
            plan.layers(),
            plan.heads(),
            plan.feedForward() == 0 ? 4 * plan.hidden() : plan.feedForward(),
            plan.vocabulary());
    return new TransformerPass(shape, own.batch(), plan.tokens(), plan.training());
  }

  private static PlannedSpeed.Planned planned(CustomClass own, ParallelismPlan plan) {
    double bytesPerSecond = plan.nicMbits() * 1e6 / Byte.SIZE;
    GangPlan gangs =
        new GangPlan(
            plan.tensor(),
            plan.pipeline(),
            plan.microBatch(),
            plan.interleave(),
            plan.zero(),
            plan.recompute(),
            new Overlap(plan.overlap(), Overlap.USUAL_EXPOSED_SHARE),
            new GangNetwork(bytesPerSecond, plan.gpusPerNode()));
    return new PlannedSpeed.Planned(pass(own, own.transformer()), gangs, plan.utilization());
  }

  /** The region of that id or cloud name. */
  public Optional<Region> region(String name) {
    Region own = regionByName.get(name);
    return own != null ? Optional.of(own) : Regions.standard().find(name);
  }

  private static GpuModel model(CustomGpu gpu) {
    GpuModelBuilder builder =
        gpu.like() == null
            ? GpuModel.custom(gpu.id())
            : GpuCatalog.standard().require(gpu.like()).variant(gpu.id()).name(gpu.id());
    if (gpu.segment() != null) {
      builder.gpuClass(gpu.segment());
    }
    set(gpu.memoryGb(), builder::memoryGb);
    set(gpu.memoryBandwidthGbs(), builder::memoryBandwidthGbs);
    set(gpu.fp32Tflops(), builder::fp32Tflops);
    set(gpu.tensorTflops(), builder::tensorTflops);
    set(gpu.powerWatts(), builder::tdpWatts);
    set(gpu.idlePowerWatts(), builder::idleWatts);
    set(gpu.priceUsdPerHour(), builder::cloudUsdPerHour);
    set(gpu.lawFactor(), builder::lawFactor);
    return builder.build();
  }

  private static void set(@Nullable Double value, DoubleConsumer setter) {
    if (value != null) {
      setter.accept(value);
    }
  }

  private static WorkloadClass workload(CustomClass own) {
    return WorkloadClass.custom(
        own.id(),
        own.family(),
        own.batch(),
        own.memoryGb() == null ? Double.NaN : own.memoryGb(),
        own.computeShare(),
        own.pressure());
  }

  private static Region region(CustomRegion own) {
    return Region.custom(
        own.id(), own.latitude(), own.longitude(), own.carbonIntensityGramsPerKwh(), Double.NaN);
  }
}
