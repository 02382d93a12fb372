package org.edgetwin.scenarios.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.HostKind;
import org.edgetwin.gpu.Prices;
import org.edgetwin.gpu.Region;
import org.edgetwin.scenarios.economics.EconomicsBuilder;
import org.edgetwin.scenarios.generate.ScenarioContext;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.model.FleetPlan;
import org.edgetwin.scenarios.model.FleetSizing;
import org.edgetwin.scenarios.model.InventoryPlan;
import org.edgetwin.scenarios.model.JobSource;
import org.edgetwin.scenarios.model.NodePlan;
import org.edgetwin.scenarios.model.Scenario;
import org.edgetwin.scenarios.trace.InventoryNode;
import org.edgetwin.scenarios.trace.InventoryReader;
import org.edgetwin.sim.fleet.Availability;
import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.fleet.NodeSpec;
import org.edgetwin.sim.fleet.PriceRule;
import org.jspecify.annotations.Nullable;

/** Makes the fleet of a scenario: listed groups first, then node lists, then sized fleets. */
public final class FleetBuilder {

  /** Nodes without GPUs need a model all the same. */
  private static final GpuModel NO_GPU =
      GpuModel.custom("NONE")
          .name("no GPU")
          .memoryGb(1)
          .memoryBandwidthGbs(1)
          .fp32Tflops(1)
          .build();

  private final Scenario scenario;
  private final ScenarioContext context;
  private final EconomicsBuilder economics;
  private final List<NodeSpec> nodeList = new ArrayList<>();

  public FleetBuilder(Scenario scenario, ScenarioContext context) {
    this.scenario = scenario;
    this.context = context;
    economics = new EconomicsBuilder(scenario);
  }

  /** All machines. */
  public FleetSpec build() {
    scenario.fleet().nodes().forEach(this::addGroup);
    scenario.fleet().inventories().forEach(this::addInventory);
    scenario.fleet().sizeFrom().forEach(this::addSized);
    return new FleetSpec(context.virtualClusters().all(), nodeList);
  }

  private void addGroup(NodePlan plan) {
    GpuModel gpu = context.names().gpu(plan.gpu());
    String region = region(plan.region());
    String site = plan.site() == null ? plan.name() : plan.site();
    int cluster = cluster(plan.virtualCluster());
    IntFunction<Availability> availability = new AvailabilityBuilder(context).of(plan);
    double price = price(plan.priceUsdPerHour(), gpu, plan.community());
    PriceRule priceRule = economics.priceRule(plan, gpu, region);
    int cpuMilli = plan.cpu() == null ? NodeSpec.PLENTY : rounded(plan.cpu() * 1000);
    int memoryMib = plan.memoryMib() == null ? NodeSpec.PLENTY : rounded(plan.memoryMib());
    for (int i = 0; i < plan.count(); i++) {
      nodeList.add(
          new NodeSpec(
              plan.name() + "-" + i,
              region,
              site,
              plan.community(),
              gpu,
              plan.gpusPerNode(),
              cpuMilli,
              memoryMib,
              price,
              cluster,
              availability.apply(i),
              operator(plan),
              priceRule));
    }
  }

  private static String operator(NodePlan plan) {
    if (plan.operator() != null) {
      return plan.operator();
    }
    return plan.community() ? plan.name() : NodeSpec.PLATFORM;
  }

  private void addInventory(InventoryPlan plan) {
    String region = region(plan.region());
    int cluster = cluster(plan.virtualCluster());
    for (InventoryNode node : new InventoryReader(context.names()).read(plan)) {
      GpuModel gpu = node.gpuModel() == null ? NO_GPU : node.gpuModel();
      nodeList.add(
          new NodeSpec(
              node.name(),
              region,
              "inventory",
              false,
              gpu,
              node.gpus(),
              node.cpuMilli(),
              node.memoryMib(),
              node.gpus() == 0 ? 0 : price(null, gpu, false),
              cluster,
              Availability.ALWAYS));
    }
  }

  private void addSized(FleetSizing sizing) {
    GpuModel gpu = context.names().gpu(sizing.gpu());
    String region = region(sizing.region());
    double price = price(sizing.priceUsdPerHour(), gpu, false);
    JobSource source = source(sizing);
    FleetSizer sizer =
        new FleetSizer(
            context.traces().get(source.trace()),
            job -> context.virtualClusters().nameOf(source, job),
            sizing.load());
    List<String> clusters =
        sizing.virtualClusters().isEmpty() ? sizer.virtualClusters() : sizing.virtualClusters();
    for (String cluster : clusters) {
      int left = sizer.gpus(cluster);
      for (int i = 0; left > 0; i++) {
        int gpus = Math.min(left, sizing.gpusPerNode());
        left -= gpus;
        nodeList.add(
            new NodeSpec(
                cluster + "-" + i,
                region,
                cluster,
                false,
                gpu,
                gpus,
                NodeSpec.PLENTY,
                NodeSpec.PLENTY,
                price,
                cluster(cluster),
                Availability.ALWAYS));
      }
    }
  }

  private JobSource source(FleetSizing sizing) {
    for (JobSource source : scenario.jobs()) {
      if (source.name().equals(sizing.jobs()) && source.trace() != null) {
        return source;
      }
    }
    String message = "This job source is not a trace.";
    throw new BadInputException(
        Issue.inScenario("fleet.size_from.jobs", sizing.jobs(), message, ""));
  }

  private String region(@Nullable String name) {
    return name == null
        ? FleetPlan.NO_REGION
        : context.names().region(name).map(Region::id).orElse(name);
  }

  private int cluster(@Nullable String name) {
    return name == null ? NodeSpec.SHARED : context.virtualClusters().index(name, "fleet");
  }

  private static double price(@Nullable Double written, GpuModel gpu, boolean community) {
    HostKind kind = community ? HostKind.COMMUNITY : HostKind.DATACENTER;
    return written == null ? Prices.standard().usdPerHour(gpu, kind) : written;
  }

  private static int rounded(double value) {
    return (int) Math.min(NodeSpec.PLENTY, Math.round(value));
  }
}
