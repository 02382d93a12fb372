package org.edgetwin.sim.selfcheck;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.TimeSlicing;
import org.edgetwin.gpu.UniformSpeed;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.sim.engine.ClusterConfig;
import org.edgetwin.sim.engine.Simulation;
import org.edgetwin.sim.fleet.Availability;
import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.fleet.NodeSpec;
import org.edgetwin.sim.fleet.VirtualCluster;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.scheduling.Scheduler;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import org.edgetwin.sim.workload.Workload;

/**
 * Clusters of equal GPUs of speed 1 for queueing studies: a server is a GPU, a station is a virtual
 * cluster with nodes of its own.
 */
final class Machines {
  /** The class of every job: speed 1, memory not checked. */
  static final WorkloadClass UNIT = WorkloadClass.custom("unit", "unit", Double.NaN, 0.5, 1);

  /** Every time a run may take: ample for jobs that end. */
  static final double LATE = 1e15;

  private static final GpuModel GPU =
      GpuModel.custom("unit").memoryGb(16).memoryBandwidthGbs(900).fp32Tflops(15).build();

  private static final SchedulerCatalog CATALOG = SchedulerCatalog.standard();

  private Machines() {}

  /** One virtual cluster with so many GPUs in nodes as large as can be. */
  static FleetSpec pool(int gpus) {
    return stations(gpus);
  }

  /** A virtual cluster for each station, with so many GPUs of its own. */
  static FleetSpec stations(int... gpus) {
    List<VirtualCluster> virtualClusters = new ArrayList<>();
    List<NodeSpec> nodes = new ArrayList<>();
    for (int station = 0; station < gpus.length; station++) {
      virtualClusters.add(new VirtualCluster("station-" + station, VirtualCluster.NO_QUOTA));
      for (int left = gpus[station]; left > 0; left -= NodeSpec.MAX_GPUS) {
        int size = Math.min(left, NodeSpec.MAX_GPUS);
        nodes.add(node("node-" + nodes.size(), size, "site", station, Availability.ALWAYS));
      }
    }
    return new FleetSpec(virtualClusters, nodes);
  }

  /** Nodes of one GPU in one virtual cluster. */
  static FleetSpec singles(int count, Availability availability) {
    List<NodeSpec> nodes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      nodes.add(node("node-" + i, 1, "site", 0, availability));
    }
    return new FleetSpec(List.of(new VirtualCluster("default", VirtualCluster.NO_QUOTA)), nodes);
  }

  static NodeSpec node(
      String name, int gpus, String site, int virtualCluster, Availability availability) {
    return new NodeSpec(
        name, "local", site, false, GPU, gpus, 0, 0, 0, virtualCluster, availability);
  }

  /** A job's demand for thousandths of one GPU. */
  static Demand share(int milli) {
    Demand whole = Demand.gang(1);
    return new Demand(
        1, milli, 0, 0, 0, whole.gpuModels(), whole.spanning(), whole.priceCapUsdPerGpuHour());
  }

  /** A scheduler of the catalogue, by name. */
  static Scheduler scheduler(String name, Streams streams) {
    return CATALOG.create(name, streams);
  }

  /** A simulation at time 0, with one scheduler for each virtual cluster. */
  static Simulation simulation(
      FleetSpec fleet, Workload workload, Streams streams, Scheduler... schedulers) {
    ClusterConfig config =
        new ClusterConfig(fleet, new UniformSpeed(), new TimeSlicing(), streams, LATE, false);
    return new Simulation(config, workload, List.of(schedulers));
  }
}
