package org.edgetwin.sim.policies.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.NoContention;
import org.edgetwin.gpu.SpecSheetLaw;
import org.edgetwin.gpu.Spread;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.gpu.goodput.FittedGoodputs;
import org.edgetwin.gpu.goodput.GoodputModel;
import org.edgetwin.gpu.training.GangShape;
import org.edgetwin.sim.engine.ClusterConfig;
import org.edgetwin.sim.engine.Simulation;
import org.edgetwin.sim.fleet.Availability;
import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.fleet.NodeSpec;
import org.edgetwin.sim.fleet.VirtualCluster;
import org.edgetwin.sim.job.DataNeeds;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.ElasticTraining;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Spanning;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.RunResult;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import org.edgetwin.sim.workload.ListWorkload;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

/**
 * What the papers claim of each scheduler, on jobs whose goodput was measured. Fewer and smaller
 * jobs than theirs: a share of the training of each.
 */
final class ElasticSchedulersTest {
  private static final WorkloadClass CLASS = WorkloadClass.custom("any", "any", 1, 0.5, 0.5);
  private static final int JOBS = 40;
  private static final List<String> NAMES =
      List.of("cifar10", "cifar10", "ncf", "ncf", "deepspeech2", "bert", "yolov3");

  private static NodeSpec node(int index, String gpu) {
    GpuModel model = GpuCatalog.standard().require(gpu);
    return new NodeSpec(
        "n" + index, "r", "s", false, model, 4, 0, 0, 1, NodeSpec.SHARED, Availability.ALWAYS);
  }

  private static FleetSpec fleet(String... gpus) {
    List<NodeSpec> nodes = new ArrayList<>();
    for (String gpu : gpus) {
      nodes.add(node(nodes.size(), gpu));
    }
    return new FleetSpec(List.of(new VirtualCluster("vc", VirtualCluster.NO_QUOTA)), nodes);
  }

  /** Jobs that ask for gangs with batches tuned to them, as users of rigid jobs do. */
  private static List<JobSpec> jobs(double meanGap) {
    RandomStream random = new Streams(5, 1).stream("jobs");
    List<JobSpec> jobs = new ArrayList<>();
    double submit = 0;
    double measured =
        SpecSheetLaw.standard()
            .speed(CLASS, GpuCatalog.standard().require("T4"), 1, Spread.ONE_NODE);
    for (int i = 0; i < JOBS; i++) {
      String name = NAMES.get(random.nextInt(0, NAMES.size() - 1));
      GoodputModel model = FittedGoodputs.standard().require(name);
      int gpus = name.equals("ncf") ? 1 : 2 * random.nextInt(1, 6);
      double share = name.equals("cifar10") || name.equals("ncf") ? 1 : 0.2;
      double work =
          share * model.trainingSeconds(new GangShape(1, 1), model.initialBatch(), measured);
      jobs.add(
          new JobSpec(
                  name + "-" + i,
                  submit,
                  Demand.gang(gpus).withSpanning(Spanning.MANY_NODES),
                  CLASS,
                  work,
                  0,
                  new Terms(Double.POSITIVE_INFINITY, false, work, Double.POSITIVE_INFINITY, 0, ""),
                  Recovery.DEFAULT.withRestartSeconds(30),
                  DataNeeds.NONE)
              .withElastic(
                  ElasticTraining.of(
                      model,
                      1,
                      name.equals("ncf") ? 1 : 16,
                      model.tunedBatch(model.gang(gpus), 1))));
      submit -= meanGap * Math.log(1 - random.nextDouble());
    }
    return jobs;
  }

  private static double meanJct(String scheduler, FleetSpec fleet, List<JobSpec> jobs) {
    Streams streams = new Streams(1, 1);
    var config =
        new ClusterConfig(
            fleet,
            SpecSheetLaw.standard(),
            new NoContention(),
            streams,
            Double.POSITIVE_INFINITY,
            false);
    RunResult result =
        new Simulation(
                config,
                new ListWorkload(jobs),
                SchedulerCatalog.standard().create(scheduler, streams, 1))
            .run()
            .result();
    assertThat(result.jobs()).allMatch(job -> !Double.isNaN(job.jctSeconds()));
    return result.jobs().stream().mapToDouble(JobRecord::jctSeconds).average().orElseThrow();
  }

  private static final FleetSpec FOUR_T4 = fleet("T4", "T4", "T4", "T4");

  /** Qiao et al.: mean completion time 37 to 50 % below schedulers with tuned rigid gangs. */
  @Test
  void polluxIsFarBelowRigidGangsThatUsersTuned() {
    List<JobSpec> jobs = jobs(250);
    double pollux = meanJct("pollux", FOUR_T4, jobs);

    assertThat(pollux).isLessThan(0.5 * meanJct("fifo", FOUR_T4, jobs));
    assertThat(pollux).isLessThan(0.5 * meanJct("las+consolidate", FOUR_T4, jobs));
  }

  /** Peng et al.: marginal gains beat fair shares. */
  @Test
  void optimusIsBelowEqualShares() {
    List<JobSpec> jobs = jobs(250);

    assertThat(meanJct("optimus(durations=oracle)", FOUR_T4, jobs))
        .isLessThan(meanJct("equal-shares(period=600)", FOUR_T4, jobs));
  }

  /** Subramanya et al.: 30 to 93 % below Pollux where GPUs are of several types. */
  @Test
  void siaIsBelowPolluxWhereGpusAreOfSeveralTypes() {
    FleetSpec mixed =
        fleet(
            "T4",
            "T4",
            "T4",
            "V100-SXM2-16",
            "V100-SXM2-16",
            "V100-SXM2-16",
            "A100-SXM-40",
            "A100-SXM-40",
            "A100-SXM-40");
    List<JobSpec> jobs = jobs(60);

    assertThat(meanJct("sia", mixed, jobs)).isLessThan(0.8 * meanJct("pollux", mixed, jobs));
  }
}
