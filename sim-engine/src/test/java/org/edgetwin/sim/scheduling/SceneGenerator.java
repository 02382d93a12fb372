package org.edgetwin.sim.scheduling;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.sim.distribution.Distributions;
import org.edgetwin.sim.fleet.Availability;
import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.fleet.NodeSpec;
import org.edgetwin.sim.fleet.NodeState;
import org.edgetwin.sim.fleet.VirtualCluster;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Spanning;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.kernel.Streams;
import umontreal.ssj.rng.RandomStream;

/** Draws scenes with everything in them that a scheduler may meet. */
final class SceneGenerator {
  private static final List<Spanning> SPANNINGS = List.of(Spanning.values());
  private final RandomStream random;
  private final boolean churn;
  private final boolean drains;
  private final int virtualClusters;

  private SceneGenerator(long seed) {
    random = new Streams(seed, 1).stream("scene");
    churn = seed % 4 == 2;
    drains = seed % 4 == 3;
    virtualClusters = seed % 3 == 0 ? 1 : random.nextInt(2, 3);
  }

  /** Every fourth scene has nodes that fail, and every fourth one that is drained. */
  static Scene draw(long seed) {
    return new SceneGenerator(seed).draw();
  }

  private Scene draw() {
    List<VirtualCluster> tenants = new ArrayList<>();
    for (int i = 0; i < virtualClusters; i++) {
      tenants.add(
          new VirtualCluster(
              "vc-" + i, chance(0.5) ? random.nextInt(2, 12) : VirtualCluster.NO_QUOTA));
    }
    List<NodeSpec> nodes = new ArrayList<>();
    int count = random.nextInt(3, 9);
    for (int i = 0; i < count; i++) {
      nodes.add(node(i));
    }
    List<JobSpec> jobs = new ArrayList<>();
    double submit = 0;
    int jobCount = random.nextInt(30, 80);
    for (int i = 0; i < jobCount; i++) {
      jobs.add(job(i, submit));
      submit += chance(0.3) ? 0 : random.nextInt(1, 60);
    }
    return new Scene(
        new FleetSpec(tenants, nodes), jobs, churn ? 20_000 : Double.POSITIVE_INFINITY, drains);
  }

  private NodeSpec node(int index) {
    GpuModel model = SceneModels.GPUS.get(random.nextInt(0, 2));
    Availability availability =
        churn && chance(0.5)
            ? new Availability.Renewal(
                chance(0.5) ? NodeState.FAILED : NodeState.LEFT,
                new Distributions.Exponential(600),
                new Distributions.Exponential(100),
                chance(0.7))
            : Availability.ALWAYS;
    return new NodeSpec(
        "node-" + index,
        "region",
        "site",
        false,
        model,
        random.nextInt(1, 8),
        1000 * random.nextInt(4, 16),
        1024 * random.nextInt(8, 64),
        model.memoryGb() / 20,
        chance(0.4) ? random.nextInt(0, virtualClusters - 1) : NodeSpec.SHARED,
        availability);
  }

  private JobSpec job(int index, double submit) {
    double work = 10 * random.nextInt(1, 60);
    boolean large = chance(0.15);
    return new JobSpec(
        "j" + index,
        submit,
        demand(),
        large ? SceneModels.LARGE : SceneModels.SMALL,
        chance(0.02) ? 0 : work,
        random.nextInt(0, virtualClusters - 1),
        new Terms(
            Math.ceil(work * noise() / 100) * 100 * 4,
            chance(0.2),
            Math.max(1, work * noise()),
            submit + 5 * work,
            0,
            "user"),
        recovery());
  }

  private Demand demand() {
    boolean host = chance(0.4);
    int cpuMilli = host ? 500 * random.nextInt(0, 12) : 0;
    int memoryMib = host ? 512 * random.nextInt(0, 24) : 0;
    double gpuMemoryGb = chance(0.3) ? random.nextInt(1, 30) : 0;
    List<String> models =
        chance(0.2) ? List.of(SceneModels.GPUS.get(random.nextInt(0, 2)).id()) : List.of();
    double cap = chance(0.2) ? 2 : Double.POSITIVE_INFINITY;
    if (chance(0.25)) {
      int milli = 100 * random.nextInt(1, 9);
      return new Demand(1, milli, gpuMemoryGb, cpuMilli, memoryMib, models, Spanning.ONE_NODE, cap);
    }
    int gpus = chance(0.5) ? 1 : random.nextInt(chance(0.1) ? 0 : 1, 10);
    Spanning spanning = SPANNINGS.get(random.nextInt(0, 2));
    return new Demand(
        gpus, Demand.WHOLE_GPU, gpuMemoryGb, cpuMilli, memoryMib, models, spanning, cap);
  }

  private Recovery recovery() {
    if (chance(0.3)) {
      return Recovery.DEFAULT;
    }
    return new Recovery(
        chance(0.5) ? 30 : 0,
        chance(0.3) ? 0 : chance(0.5) ? 100 : Double.POSITIVE_INFINITY,
        chance(0.5) ? 5 : 0,
        // A job that loses its work whenever it is preempted may go on for ever.
        !churn || chance(0.5),
        churn ? 50 : 3);
  }

  private double noise() {
    return Math.exp(0.7 * Distributions.normalQuantile(random.nextDouble()));
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }
}
