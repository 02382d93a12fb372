package org.edgetwin.sim.engine;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.gpu.ContentionModel;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.HostContention;
import org.edgetwin.gpu.SpeedModel;
import org.edgetwin.gpu.Spread;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.sim.fleet.Availability;
import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.fleet.NodeSpec;
import org.edgetwin.sim.fleet.PriceRule;
import org.edgetwin.sim.fleet.VirtualCluster;
import org.edgetwin.sim.job.DataNeeds;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.ElasticTraining;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Spanning;
import org.edgetwin.sim.job.StageTimes;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.BusyShare;
import org.edgetwin.sim.metrics.RunResult;
import org.edgetwin.sim.network.ClusterNetwork;
import org.edgetwin.sim.scheduling.Scheduler;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import org.edgetwin.sim.serving.ServingPlan;
import org.edgetwin.sim.variation.VariationModel;
import org.edgetwin.sim.workload.ListWorkload;

/** A cluster and its jobs, put together a line at a time; one virtual cluster unless others are. */
public final class SmallCluster {
  static final WorkloadClass CLASS = WorkloadClass.custom("any", "any", 1, 0.5, 0.5);
  private final List<VirtualCluster> tenants = new ArrayList<>();
  private final List<NodeSpec> nodes = new ArrayList<>();
  private final List<JobSpec> jobs = new ArrayList<>();
  private double endTime = Double.POSITIVE_INFINITY;
  private HostContention hostContention = HostContention.NONE;
  private VariationModel variation = VariationModel.NONE;
  private double turnStretch = 1;
  private SpeedModel speeds = SPEEDS;
  private ContentionModel contention = CONTENTION;
  private BusyShare hourlyUse;
  private boolean demandCurve;
  private ClusterNetwork network = ClusterNetwork.NONE;
  private ServingPlan serving = ServingPlan.NONE;
  private DecisionTime decisionTime = DecisionTime.NONE;

  /** Half speed over several nodes; model {@code xN} is N times as fast as the reference. */
  private static final SpeedModel SPEEDS =
      new SpeedModel() {
        @Override
        public double speed(WorkloadClass workload, GpuModel gpu, int gpus, Spread spread) {
          double alone = Double.parseDouble(gpu.id().substring(1));
          return spread == Spread.MANY_NODES ? alone / 2 : alone;
        }

        @Override
        public boolean knows(WorkloadClass workload, GpuModel gpu) {
          return true;
        }

        @Override
        public String describe() {
          return "by name";
        }
      };

  /** Jobs on one GPU divide it evenly. */
  private static final ContentionModel CONTENTION =
      new ContentionModel() {
        @Override
        public double retained(
            WorkloadClass self, GpuModel gpu, WorkloadClass[] others, int count) {
          return 1.0 / (count + 1);
        }

        @Override
        public String describe() {
          return "evenly";
        }
      };

  public SmallCluster node(double speed, int gpus) {
    return node(speed, gpus, 0, Availability.ALWAYS);
  }

  public SmallCluster node(double speed, int gpus, int cpuMilli, Availability availability) {
    GpuModel model =
        GpuModel.custom("x" + speed).memoryGb(16).memoryBandwidthGbs(900).fp32Tflops(15).build();
    nodes.add(
        new NodeSpec(
            "node-" + nodes.size(),
            "region",
            "site",
            false,
            model,
            gpus,
            cpuMilli,
            0,
            1,
            NodeSpec.SHARED,
            availability));
    return this;
  }

  /** Adds a machine of speed 1 with a price of its own. */
  public SmallCluster market(int gpus, String operator, double price, PriceRule rule) {
    node(1, gpus);
    NodeSpec node = nodes.remove(nodes.size() - 1);
    nodes.add(
        new NodeSpec(
            node.name(),
            node.region(),
            operator,
            false,
            node.gpuModel(),
            gpus,
            0,
            0,
            price,
            NodeSpec.SHARED,
            Availability.ALWAYS,
            operator,
            rule));
    return this;
  }

  /** Keeps the use of each hour. */
  public SmallCluster hourly(BusyShare busyShare) {
    hourlyUse = busyShare;
    return this;
  }

  public SmallCluster with(HostContention model) {
    hostContention = model;
    return this;
  }

  public SmallCluster with(VariationModel model) {
    variation = model;
    return this;
  }

  public SmallCluster with(ClusterNetwork model) {
    network = model;
    return this;
  }

  public SmallCluster with(ServingPlan plan) {
    serving = plan;
    return this;
  }

  public SmallCluster with(DecisionTime time) {
    decisionTime = time;
    return this;
  }

  public SmallCluster withDemandCurve() {
    demandCurve = true;
    return this;
  }

  public SmallCluster until(double time) {
    endTime = time;
    return this;
  }

  public SmallCluster job(double submit, int gpus, double work) {
    return job(submit, demand(gpus, Demand.WHOLE_GPU, 0), work, Terms.NONE, Recovery.DEFAULT);
  }

  public SmallCluster job(
      double submit, Demand demand, double work, Terms terms, Recovery recovery) {
    jobs.add(new JobSpec("j" + jobs.size(), submit, demand, CLASS, work, 0, terms, recovery));
    return this;
  }

  /** Adds a gang of whole GPUs of a class of its own. */
  public SmallCluster job(
      double submit,
      int gpus,
      double work,
      WorkloadClass workload,
      Terms terms,
      Recovery recovery) {
    Demand demand = demand(gpus, Demand.WHOLE_GPU, 0);
    jobs.add(new JobSpec("j" + jobs.size(), submit, demand, workload, work, 0, terms, recovery));
    return this;
  }

  /** Makes the job added last elastic. */
  public SmallCluster elastic(ElasticTraining training) {
    jobs.add(jobs.remove(jobs.size() - 1).withElastic(training));
    return this;
  }

  /** Tells the stages of the job added last. */
  public SmallCluster stages(StageTimes times) {
    jobs.add(jobs.remove(jobs.size() - 1).withStages(times));
    return this;
  }

  public SmallCluster with(ContentionModel model) {
    contention = model;
    return this;
  }

  public SmallCluster with(SpeedModel model) {
    speeds = model;
    return this;
  }

  SmallCluster turnStretch(double stretch) {
    turnStretch = stretch;
    return this;
  }

  /** Gives the job added last something to move. */
  SmallCluster needing(DataNeeds data) {
    JobSpec job = jobs.remove(jobs.size() - 1);
    jobs.add(
        new JobSpec(
            job.name(),
            job.submitTime(),
            job.demand(),
            job.workload(),
            job.workSeconds(),
            job.virtualCluster(),
            job.terms(),
            job.recovery(),
            data));
    return this;
  }

  public static Demand demand(int gpus, int milli, int cpuMilli) {
    return new Demand(
        gpus, milli, 0, cpuMilli, 0, List.of(), Spanning.ONE_NODE, Double.POSITIVE_INFINITY);
  }

  /** Adds a virtual cluster. */
  public SmallCluster tenant(int quotaGpus) {
    tenants.add(new VirtualCluster("vc-" + tenants.size(), quotaGpus));
    return this;
  }

  /** Moves the job added last to another virtual cluster. */
  public SmallCluster of(int virtualCluster) {
    JobSpec job = jobs.remove(jobs.size() - 1);
    jobs.add(
        new JobSpec(
            job.name(),
            job.submitTime(),
            job.demand(),
            job.workload(),
            job.workSeconds(),
            virtualCluster,
            job.terms(),
            job.recovery()));
    return this;
  }

  public Simulation under(Scheduler scheduler) {
    return under(List.of(scheduler));
  }

  public Simulation under(List<Scheduler> schedulers) {
    FleetSpec fleet =
        new FleetSpec(
            tenants.isEmpty()
                ? List.of(new VirtualCluster("vc", VirtualCluster.NO_QUOTA))
                : tenants,
            nodes);
    ClusterConfig config =
        new ClusterConfig(
            fleet,
            new Physics(speeds, contention, hostContention, variation, turnStretch),
            network,
            serving,
            new Streams(1, 1),
            new RunOptions(endTime, true, hourlyUse, decisionTime, demandCurve));
    return new Simulation(config, new ListWorkload(jobs), schedulers);
  }

  public RunResult run(String scheduler) {
    return under(scheduler).run().result();
  }

  Simulation under(String scheduler) {
    return under(
        SchedulerCatalog.standard()
            .create(scheduler, new Streams(1, 1), Math.max(1, tenants.size())));
  }

  public RunResult run(Scheduler scheduler) {
    return under(scheduler).run().result();
  }
}
