package org.edgetwin.sim.policies;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.NoContention;
import org.edgetwin.gpu.UniformSpeed;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.sim.engine.ClusterConfig;
import org.edgetwin.sim.engine.Simulation;
import org.edgetwin.sim.fleet.Availability;
import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.fleet.NodeSpec;
import org.edgetwin.sim.fleet.VirtualCluster;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import org.edgetwin.sim.workload.ListWorkload;

/** A pool on the engine: nodes of eight GPUs and a smaller one, gangs that span nodes for free. */
final class PoolRun {
  private static final SchedulerCatalog CATALOG = SchedulerCatalog.standard();
  private static final int NODE_SIZE = 8;
  private static final WorkloadClass CLASS = WorkloadClass.custom("any", "any", 1, 0.5, 0.5);
  private static final GpuModel MODEL =
      GpuModel.custom("gpu").memoryGb(16).memoryBandwidthGbs(900).fp32Tflops(15).build();

  private PoolRun() {}

  static List<JobRecord> of(
      PoolInstance instance,
      String scheduler,
      double restartSeconds,
      List<ReferencePool.Job> jobs) {
    Streams streams = new Streams(1, 1);
    ClusterConfig config =
        new ClusterConfig(
            fleet(instance.capacity()),
            new UniformSpeed(),
            new NoContention(),
            streams,
            Double.POSITIVE_INFINITY,
            false);
    List<JobSpec> specs = new ArrayList<>();
    for (ReferencePool.Job job : jobs) {
      specs.add(
          new JobSpec(
              "j" + job.order,
              job.submit,
              Demand.gang(job.gpus),
              CLASS,
              job.work,
              0,
              Terms.limit(job.limit),
              Recovery.DEFAULT.withRestartSeconds(restartSeconds)));
    }
    return new Simulation(config, new ListWorkload(specs), CATALOG.create(scheduler, streams, 1))
        .run()
        .result()
        .jobs();
  }

  private static FleetSpec fleet(int capacity) {
    List<NodeSpec> nodes = new ArrayList<>();
    for (int left = capacity; left > 0; left -= NODE_SIZE) {
      nodes.add(
          new NodeSpec(
              "node-" + nodes.size(),
              "local",
              "site",
              false,
              MODEL,
              Math.min(left, NODE_SIZE),
              0,
              0,
              1,
              NodeSpec.SHARED,
              Availability.ALWAYS));
    }
    return new FleetSpec(List.of(new VirtualCluster("vc", VirtualCluster.NO_QUOTA)), nodes);
  }
}
