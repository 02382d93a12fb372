package org.edgetwin.sim.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.gpu.ContentionModel;
import org.edgetwin.gpu.SpeedModel;
import org.edgetwin.gpu.Spread;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.gpu.goodput.GoodputModel;
import org.edgetwin.sim.fleet.Fleet;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.fleet.NodeSpec;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.ElasticTraining;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.Spanning;

/** Gives every job its {@link Shape}. The table only grows; a fork shares nothing that changes. */
final class ShapeTable {
  private record Key(Demand demand, WorkloadClass workload, int virtualCluster) {}

  private record ElasticKey(GoodputModel goodput, Key least) {}

  private final Fleet fleet;
  private final SpeedModel speedModel;
  private final ContentionModel contention;
  private final Map<Key, Shape> shapeByKey;
  private final List<Shape> shapeList;
  private final Map<ElasticKey, ElasticShape> elasticByKey;
  private final boolean movingPrices;
  private Shape last;

  ShapeTable(Fleet fleet, Physics physics) {
    this(
        fleet,
        physics.speeds(),
        physics.contention(),
        new HashMap<>(),
        new ArrayList<>(),
        new HashMap<>());
  }

  private ShapeTable(
      Fleet fleet,
      SpeedModel speedModel,
      ContentionModel contention,
      Map<Key, Shape> shapeByKey,
      List<Shape> shapeList,
      Map<ElasticKey, ElasticShape> elasticByKey) {
    this.fleet = fleet;
    this.speedModel = speedModel;
    this.contention = contention;
    this.shapeByKey = shapeByKey;
    this.shapeList = shapeList;
    this.elasticByKey = elasticByKey;
    movingPrices = movingPrices(fleet);
  }

  private static boolean movingPrices(Fleet fleet) {
    for (int group = 0; group < fleet.groupCount(); group++) {
      if (fleet.priceRule(group).moves()) {
        return true;
      }
    }
    return false;
  }

  ShapeTable copy(Fleet copiedFleet) {
    return new ShapeTable(
        copiedFleet,
        speedModel,
        contention,
        new HashMap<>(shapeByKey),
        new ArrayList<>(shapeList),
        new HashMap<>(elasticByKey));
  }

  @SuppressWarnings("ReferenceEquality") // a shortcut; the map below decides by value
  Shape of(JobSpec job) {
    // Workloads hand out the same demand object again and again: most look-ups end here.
    if (last != null
        && last.demand() == job.demand()
        && last.workload() == job.workload()
        && last.virtualCluster() == job.virtualCluster()) {
      return last;
    }
    last = of(new Key(job.demand(), job.workload(), job.virtualCluster()));
    return last;
  }

  private Shape of(Key key) {
    Shape shape = shapeByKey.get(key);
    if (shape == null) {
      shape = create(key);
      shapeByKey.put(key, shape);
      shapeList.add(shape);
    }
    return shape;
  }

  /** A job that is submitted. */
  Job job(int id, JobSpec spec, SimulatedCluster cluster) {
    Shape shape = of(spec);
    return spec.elastic() == null
        ? new Job(id, spec, shape, cluster)
        : new Job(id, spec, shape, new ElasticRun(spec, elastic(spec, spec.elastic())), cluster);
  }

  private ElasticShape elastic(JobSpec spec, ElasticTraining training) {
    Demand least = spec.demand().withGpus(training.elasticity().leastGpus());
    Key key = new Key(least, spec.workload(), spec.virtualCluster());
    return elasticByKey.computeIfAbsent(
        new ElasticKey(training.goodput(), key), same -> createElastic(training.goodput(), key));
  }

  private ElasticShape createElastic(GoodputModel goodput, Key key) {
    double measured = speedModel.speed(key.workload(), goodput.gpu(), 1, Spread.ONE_NODE);
    if (!(measured > 0)) {
      throw new IllegalArgumentException(
          "The class %s does not fit on the GPU %s, where its goodput was measured."
              .formatted(key.workload().id(), goodput.gpu().id()));
    }
    double[] stretch = new double[fleet.groupCount()];
    for (int g = 0; g < stretch.length; g++) {
      double speed =
          speedModel.speed(key.workload(), fleet.group(g).gpuModel(), 1, Spread.ONE_NODE);
      stretch[g] = speed > 0 ? measured / speed : 0;
    }
    return new ElasticShape(goodput, of(key), stretch, measured);
  }

  private Shape create(Key key) {
    Demand demand = key.demand();
    double[] speedInNode = new double[fleet.groupCount()];
    double[] speedAcross = new double[fleet.groupCount()];
    boolean feasible = false;
    for (int g = 0; g < fleet.groupCount(); g++) {
      NodeGroupView group = fleet.group(g);
      if (!admits(group, key)) {
        continue;
      }
      if (hasNode(group, demand, demand.gpus())) {
        speedInNode[g] = speed(key, group, Spread.ONE_NODE);
      }
      if (demand.spanning() != Spanning.ONE_NODE
          && demand.gpus() <= group.gpuCount()
          && demand.gpus() > 1
          && hasNode(group, demand, 1)) {
        speedAcross[g] =
            speed(
                key,
                group,
                demand.spanning() == Spanning.FREE ? Spread.ONE_NODE : Spread.MANY_NODES);
      }
      feasible |= speedInNode[g] > 0 || speedAcross[g] > 0;
    }
    feasible &=
        demand.totalMilli() <= 1000L * fleet.virtualCluster(key.virtualCluster()).quotaGpus();
    boolean plain =
        demand.wholeGpus()
            && demand.gpus() > 0
            && demand.cpuMilli() == 0
            && demand.memoryMib() == 0
            && !(movingPrices && demand.priceCapUsdPerGpuHour() < Double.POSITIVE_INFINITY)
            && (demand.spanning() == Spanning.FREE || demand.gpus() == 1);
    return new Shape(
        shapeList.size(),
        demand,
        key.workload(),
        key.virtualCluster(),
        speedInNode,
        speedAcross,
        feasible,
        plain);
  }

  private boolean admits(NodeGroupView group, Key key) {
    Demand demand = key.demand();
    return (group.virtualCluster() == NodeSpec.SHARED
            || group.virtualCluster() == key.virtualCluster())
        && (demand.gpuModels().isEmpty() || demand.gpuModels().contains(group.gpuModel().id()))
        && demand.gpuMemoryGb() <= group.gpuModel().memoryGb()
        && (fleet.priceRule(group.index()).moves()
            || group.priceUsdPerGpuHour() <= demand.priceCapUsdPerGpuHour());
  }

  /** Whether some node has so many GPUs, and the CPU and host memory of the demand. */
  private boolean hasNode(NodeGroupView group, Demand demand, int gpus) {
    if (demand.cpuMilli() == 0 && demand.memoryMib() == 0) {
      return gpus <= group.maxGpusPerNode();
    }
    for (int i = 0; i < group.nodeCount(); i++) {
      NodeSpec node = fleet.node(group.node(i)).spec();
      if (node.gpuCount() >= gpus
          && node.cpuMilli() >= demand.cpuMilli()
          && node.memoryMib() >= demand.memoryMib()) {
        return true;
      }
    }
    return false;
  }

  private double speed(Key key, NodeGroupView group, Spread spread) {
    Demand demand = key.demand();
    if (demand.gpus() == 0) {
      return 1;
    }
    double whole = speedModel.speed(key.workload(), group.gpuModel(), demand.gpus(), spread);
    return demand.wholeGpus()
        ? whole
        : whole * contention.alone(key.workload(), group.gpuModel(), demand.gpuShare());
  }
}
