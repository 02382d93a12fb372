package org.edgetwin.sim.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.gpu.ChainedSpeed;
import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.NoContention;
import org.edgetwin.gpu.SpeedModel;
import org.edgetwin.gpu.Spread;
import org.edgetwin.gpu.UniformSpeed;
import org.edgetwin.gpu.WorkloadCatalog;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.gpu.goodput.GoodputModel;
import org.edgetwin.gpu.goodput.GradientSignal;
import org.edgetwin.gpu.goodput.PolluxStep;
import org.edgetwin.sim.engine.ClusterConfig;
import org.edgetwin.sim.fleet.Availability;
import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.fleet.NodeSpec;
import org.edgetwin.sim.fleet.VirtualCluster;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.ElasticTraining;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Spanning;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.Economics;
import org.edgetwin.sim.metrics.Metric;
import org.edgetwin.sim.metrics.MetricCalculator;
import org.edgetwin.sim.metrics.MetricValues;
import org.edgetwin.sim.metrics.RunResult;
import org.edgetwin.sim.metrics.WarmUp;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import org.edgetwin.sim.workload.ListWorkload;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

class LowerBoundCalculatorTest {
  private static final SchedulerCatalog CATALOG = SchedulerCatalog.standard();
  private static final List<String> SCHEDULERS =
      List.of(
          "fifo",
          "sjf+fastest-gpu",
          "srtf+fastest-gpu",
          "srsf+consolidate",
          "las+best-fit",
          "easy+spread",
          "conservative+cheapest",
          "wfp3+random",
          "gittins+fastest-gpu",
          "qssf-fit-first",
          "slurm",
          "sjf+wait");
  private static final WorkloadClass PLAIN = WorkloadCatalog.unknown("plain");

  private static GpuModel gpu(String id) {
    return GpuCatalog.standard().find(id).orElseThrow();
  }

  private static NodeSpec node(int index, GpuModel model, int gpus, int virtualCluster) {
    return new NodeSpec(
        "node-" + index,
        "local",
        "site",
        false,
        model,
        gpus,
        64_000,
        512_000,
        1 + index % 3,
        virtualCluster,
        Availability.ALWAYS);
  }

  private static JobSpec job(double submitTime, Demand demand, double workSeconds, int vc) {
    return new JobSpec(
        "job", submitTime, demand, PLAIN, workSeconds, vc, Terms.NONE, Recovery.DEFAULT);
  }

  private static PreparedRun prepared(
      FleetSpec fleet, SpeedModel speeds, List<JobSpec> jobs, String scheduler, WarmUp warmUp) {
    Streams streams = new Streams(1, 1);
    return new PreparedRun(
        new ClusterConfig(
            fleet, speeds, new NoContention(), streams, Double.POSITIVE_INFINITY, false),
        new ListWorkload(jobs),
        CATALOG.create(scheduler, streams, fleet.virtualClusters().size()),
        Economics.standard(),
        warmUp,
        Double.NaN);
  }

  private static LowerBounds bounds(FleetSpec fleet, SpeedModel speeds, List<JobSpec> jobs) {
    PreparedRun prepared = prepared(fleet, speeds, jobs, "fifo", WarmUp.NONE);
    return LowerBoundCalculator.compute(
        prepared, prepared.simulation().run().result(), new MetricValues.Measured(0, 0, 0));
  }

  /** A gang that grows ends sooner than the one it asked for. */
  @Test
  void elasticJobsHaveNoBound() {
    GpuModel gpu =
        GpuModel.custom("elastic").memoryGb(16).memoryBandwidthGbs(900).fp32Tflops(15).build();
    GoodputModel goodput =
        new GoodputModel(
            "m", gpu, PolluxStep.perfect(0.01), GradientSignal.constant(0), 100, 800, 1, 800, 1000);
    FleetSpec fleet =
        new FleetSpec(
            List.of(new VirtualCluster("vc", VirtualCluster.NO_QUOTA)),
            List.of(node(0, gpu, 4, 0)));
    SpeedModel speeds = new UniformSpeed();
    JobSpec rigid = job(0, Demand.gang(1), 100, 0);
    JobSpec elastic =
        job(0, Demand.gang(1), 100, 0).withElastic(ElasticTraining.of(goodput, 1, 4, 100));
    assertThat(bounds(fleet, speeds, List.of(rigid)).jctMeanSeconds()).isCloseTo(100, within(1e-9));
    assertThat(bounds(fleet, speeds, List.of(rigid, elastic))).isEqualTo(LowerBounds.UNKNOWN);
  }

  @Test
  void oneGpuIsBoundBySrptExactly() {
    FleetSpec fleet = FleetSpec.uniform(gpu(GpuCatalog.REFERENCE_ID), 1, 1);
    // SRPT: the job of 10 runs 0-2, those of 1 and 3 run 2-3 and 3-6, then 10 ends at 14.
    LowerBounds bounds =
        bounds(
            fleet,
            new UniformSpeed(),
            List.of(
                job(0, Demand.gang(1), 10, 0),
                job(2, Demand.gang(1), 3, 0),
                job(2, Demand.gang(1), 1, 0)));

    assertThat(bounds.jctMeanSeconds()).isCloseTo((14 + 4 + 1) / 3.0, within(1e-12));
    assertThat(bounds.makespanSeconds()).isEqualTo(14);
  }

  @Test
  void anIdleFleetIsBoundByTheJobsThemselves() {
    FleetSpec fleet = FleetSpec.uniform(gpu(GpuCatalog.REFERENCE_ID), 2, 8);
    LowerBounds bounds =
        bounds(
            fleet,
            new UniformSpeed(),
            List.of(job(0, Demand.gang(1), 100, 0), job(5, Demand.gang(4), 20, 0)));

    assertThat(bounds.jctMeanSeconds()).isEqualTo(60);
    assertThat(bounds.makespanSeconds()).isEqualTo(100);
  }

  @Test
  void gangsCountWithTheirSizeAndSharesWithTheirShare() {
    FleetSpec fleet = FleetSpec.uniform(gpu(GpuCatalog.REFERENCE_ID), 1, 2);
    Demand half =
        new Demand(1, 500, 0, 0, 0, List.of(), Spanning.ONE_NODE, Double.POSITIVE_INFINITY);
    // GPU-seconds 20, 20 and 5 on two GPUs: one machine needs 10, 10 and 2.5 s, and is busy with
    // them around 1.25, 7.5 and 17.5; each ends half its own 10 s later.
    LowerBounds bounds =
        bounds(
            fleet,
            new UniformSpeed(),
            List.of(
                job(0, Demand.gang(2), 10, 0), job(0, Demand.gang(2), 10, 0), job(0, half, 10, 0)));

    assertThat(bounds.jctMeanSeconds()).isCloseTo((6.25 + 12.5 + 22.5) / 3, within(1e-12));
    assertThat(bounds.makespanSeconds()).isCloseTo(22.5, within(1e-12));
  }

  @Test
  void virtualClustersWithNodesOfTheirOwnAreBoundOneByOne() {
    GpuModel model = gpu(GpuCatalog.REFERENCE_ID);
    List<VirtualCluster> tenants =
        List.of(
            new VirtualCluster("busy", VirtualCluster.NO_QUOTA),
            new VirtualCluster("calm", VirtualCluster.NO_QUOTA));
    FleetSpec apart = new FleetSpec(tenants, List.of(node(0, model, 1, 0), node(1, model, 9, 1)));
    List<JobSpec> jobs =
        List.of(
            job(0, Demand.gang(1), 10, 0),
            job(0, Demand.gang(1), 10, 0),
            job(0, Demand.gang(1), 10, 1));

    assertThat(bounds(apart, new UniformSpeed(), jobs).jctMeanSeconds())
        .isCloseTo((10 + 20 + 10) / 3.0, within(1e-12));
    assertThat(bounds(apart, new UniformSpeed(), jobs).makespanSeconds()).isEqualTo(20);

    FleetSpec shared =
        new FleetSpec(tenants, List.of(node(0, model, 1, 0), node(1, model, 9, NodeSpec.SHARED)));
    assertThat(bounds(shared, new UniformSpeed(), jobs).jctMeanSeconds()).isEqualTo(10);
  }

  @Test
  void aQuotaBoundsThePool() {
    FleetSpec fleet =
        new FleetSpec(
            List.of(new VirtualCluster("small", 1)),
            List.of(node(0, gpu(GpuCatalog.REFERENCE_ID), 8, 0)));
    List<JobSpec> jobs = List.of(job(0, Demand.gang(1), 10, 0), job(0, Demand.gang(1), 10, 0));

    assertThat(bounds(fleet, new UniformSpeed(), jobs).jctMeanSeconds()).isEqualTo(15);
  }

  @Test
  void unequalGpusCountWithTheBestSpeedThatIsOpenToTheJob() {
    SpeedModel speeds = ChainedSpeed.standard();
    GpuModel fast = gpu("H100-SXM");
    GpuModel slow = gpu("K80-DIE");
    FleetSpec fleet =
        new FleetSpec(
            List.of(new VirtualCluster("default", VirtualCluster.NO_QUOTA)),
            List.of(node(0, slow, 4, 0), node(1, fast, 4, 0)));
    double speed = speeds.speed(PLAIN, fast, 1, Spread.ONE_NODE);
    Demand onSlowOnly =
        new Demand(
            1, 1000, 0, 0, 0, List.of("K80-DIE"), Spanning.ONE_NODE, Double.POSITIVE_INFINITY);
    double slowSpeed = speeds.speed(PLAIN, slow, 1, Spread.ONE_NODE);

    LowerBounds bounds =
        bounds(
            fleet, speeds, List.of(job(0, Demand.gang(1), 1000, 0), job(0, onSlowOnly, 1000, 0)));

    assertThat(bounds.jctMeanSeconds())
        .isCloseTo((1000 / speed + 1000 / slowSpeed) / 2, within(1e-9));
  }

  @Test
  void jobsOfTheWarmUpAreNotInTheMean() {
    FleetSpec fleet = FleetSpec.uniform(gpu(GpuCatalog.REFERENCE_ID), 1, 1);
    List<JobSpec> jobs = List.of(job(0, Demand.gang(1), 10, 0), job(5, Demand.gang(1), 10, 0));
    PreparedRun prepared = prepared(fleet, new UniformSpeed(), jobs, "fifo", WarmUp.NONE);
    RunResult result = prepared.simulation().run().result();

    LowerBounds bounds =
        LowerBoundCalculator.compute(prepared, result, new MetricValues.Measured(5, 0, 0));

    // The measured job could have been alone; the last end is of all jobs.
    assertThat(bounds.jctMeanSeconds()).isEqualTo(10);
    assertThat(bounds.makespanSeconds()).isEqualTo(20);
  }

  @Test
  void withoutFinishedJobsNothingIsBound() {
    FleetSpec fleet = FleetSpec.uniform(gpu(GpuCatalog.REFERENCE_ID), 1, 1);
    LowerBounds bounds = bounds(fleet, new UniformSpeed(), List.of(job(0, Demand.gang(2), 10, 0)));

    assertThat(bounds.jctMeanSeconds()).isNaN();
    assertThat(bounds.makespanSeconds()).isNaN();
  }

  /** 500 random fleets and workloads, a random scheduler each, some with a warm-up. */
  @Test
  void noSchedulerIsEverBelow() {
    RandomStream random = new Streams(99, 1).stream("test/instances");
    double tightest = 0;
    for (int instance = 0; instance < 500; instance++) {
      FleetSpec fleet = randomFleet(random);
      WarmUp warmUp = random.nextInt(0, 3) == 0 ? new WarmUp.FirstJobs(0.3) : WarmUp.NONE;
      String scheduler = SCHEDULERS.get(random.nextInt(0, SCHEDULERS.size() - 1));
      PreparedRun prepared =
          prepared(fleet, ChainedSpeed.standard(), randomJobs(random, fleet), scheduler, warmUp);
      RunResult result = prepared.simulation().run().result();
      MetricValues values = new MetricCalculator(prepared.economics(), warmUp).compute(result);
      LowerBounds bounds = LowerBoundCalculator.compute(prepared, result, values.measured());

      assertNotBelow(values.get(Metric.JCT_MEAN_S), bounds.jctMeanSeconds(), scheduler);
      assertNotBelow(values.get(Metric.MAKESPAN_S), bounds.makespanSeconds(), scheduler);
      assertNotBelow(
          values.get(Metric.BOUNDED_SLOWDOWN_MEAN), bounds.boundedSlowdownMean(), scheduler);
      double ratio = bounds.jctMeanSeconds() / values.get(Metric.JCT_MEAN_S);
      tightest = ratio > tightest ? ratio : tightest;
    }
    assertThat(tightest).as("a bound that is never near says nothing").isGreaterThan(0.95);
  }

  private static void assertNotBelow(double value, double bound, String scheduler) {
    assertThat(Double.isNaN(bound)).isEqualTo(Double.isNaN(value));
    if (!Double.isNaN(value)) {
      assertThat(value).as(scheduler).isGreaterThanOrEqualTo(bound * (1 - 1e-9));
    }
  }

  private static FleetSpec randomFleet(RandomStream random) {
    List<GpuModel> models =
        List.of(gpu("K80-DIE"), gpu("P100-PCIE-16"), gpu("V100-SXM2-16"), gpu("A100-SXM-80"));
    int tenants = random.nextInt(1, 3);
    boolean shared = random.nextInt(0, 1) == 0;
    List<VirtualCluster> virtualClusters = new ArrayList<>();
    List<NodeSpec> nodes = new ArrayList<>();
    for (int vc = 0; vc < tenants; vc++) {
      virtualClusters.add(
          new VirtualCluster(
              "vc-" + vc,
              random.nextInt(0, 3) == 0 ? random.nextInt(4, 8) : VirtualCluster.NO_QUOTA));
      for (int i = random.nextInt(1, 3); i > 0; i--) {
        nodes.add(
            node(
                nodes.size(),
                models.get(random.nextInt(0, models.size() - 1)),
                random.nextInt(1, 8),
                shared && i == 1 ? NodeSpec.SHARED : vc));
      }
    }
    return new FleetSpec(virtualClusters, nodes);
  }

  private static List<JobSpec> randomJobs(RandomStream random, FleetSpec fleet) {
    List<WorkloadClass> classes = WorkloadCatalog.standard().all();
    double gapSeconds = Math.pow(10, 1 + 2.5 * random.nextDouble());
    List<JobSpec> jobs = new ArrayList<>();
    double time = 0;
    for (int i = 0; i < 40; i++) {
      time += random.nextInt(0, 2) == 0 ? 0 : -gapSeconds * Math.log(random.nextDouble());
      jobs.add(
          new JobSpec(
              "job-" + i,
              time,
              randomDemand(random),
              classes.get(random.nextInt(0, classes.size() - 1)),
              Math.pow(10, 1 + 3 * random.nextDouble()),
              random.nextInt(0, fleet.virtualClusters().size() - 1),
              Terms.limit(1e5),
              Recovery.DEFAULT.withRestartSeconds(random.nextInt(0, 1) * 30)));
    }
    return jobs;
  }

  private static Demand randomDemand(RandomStream random) {
    Spanning[] spannings = Spanning.values();
    Demand gang =
        Demand.gang(1 << random.nextInt(0, 3))
            .withSpanning(spannings[random.nextInt(0, spannings.length - 1)]);
    if (random.nextInt(0, 3) > 0) {
      return gang;
    }
    return new Demand(
        1, 250 * random.nextInt(1, 4), 8, 1000, 1000, List.of(), Spanning.ONE_NODE, 2.5);
  }
}
