package org.edgetwin.calibration.scheduling;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.HostContention;
import org.edgetwin.gpu.NoContention;
import org.edgetwin.gpu.UniformSpeed;
import org.edgetwin.sim.engine.ClusterConfig;
import org.edgetwin.sim.engine.Physics;
import org.edgetwin.sim.engine.RunOptions;
import org.edgetwin.sim.engine.Simulation;
import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import org.edgetwin.sim.validation.CheckCell;
import org.edgetwin.sim.validation.Comparison;
import org.edgetwin.sim.validation.Errors;
import org.edgetwin.sim.validation.Figure;
import org.edgetwin.sim.variation.VariationModel;
import org.edgetwin.sim.workload.ListWorkload;

/** Eight machines of eight V100 that nothing random happens to. */
final class Testbed {
  private static final int NODES = 8;
  private static final int GPUS_PER_NODE = 8;
  private static final String GPU = "V100-SXM2-16";
  private static final double BAR = 0.05;

  private Testbed() {}

  /** The jobs under a scheduler, by their numbers. */
  static List<JobRecord> run(String scheduler, List<JobSpec> jobs) {
    return run(scheduler, jobs, 1);
  }

  /**
   * The jobs under a scheduler.
   *
   * @param turnStretch by what jobs that take turns on GPUs take longer than an ideal period
   */
  static List<JobRecord> run(String scheduler, List<JobSpec> jobs, double turnStretch) {
    Streams streams = new Streams(1, 1);
    ClusterConfig config =
        new ClusterConfig(
            FleetSpec.uniform(GpuCatalog.standard().find(GPU).orElseThrow(), NODES, GPUS_PER_NODE),
            new Physics(
                new UniformSpeed(),
                new NoContention(),
                HostContention.NONE,
                VariationModel.NONE,
                turnStretch),
            streams,
            new RunOptions(Double.POSITIVE_INFINITY, false));
    return new Simulation(
            config,
            new ListWorkload(jobs),
            SchedulerCatalog.standard().create(scheduler, streams, 1))
        .run()
        .result()
        .jobs();
  }

  /** A simulated run beside the measured one. */
  static CheckCell compare(
      String name, List<JobRecord> simulated, MeasuredRun measured, boolean perJob) {
    List<Comparison> completion = new ArrayList<>();
    double predictedSum = 0;
    double measuredSum = 0;
    double predictedLast = 0;
    double measuredLast = 0;
    long predictedStarts = 0;
    long measuredStarts = 0;
    for (MeasuredRun.Outcome outcome : measured.jobs()) {
      JobRecord job = simulated.get(outcome.job());
      Comparison comparison =
          new Comparison(
              "job " + outcome.job(),
              job.endTime() - job.submitTime(),
              outcome.completionSeconds());
      completion.add(comparison);
      predictedSum += comparison.predicted();
      measuredSum += comparison.measured();
      predictedLast = Math.max(predictedLast, job.endTime());
      measuredLast = Math.max(measuredLast, outcome.endTime());
      predictedStarts += job.starts();
      measuredStarts += outcome.starts();
    }
    double median = Errors.relative(completion).median();
    return new CheckCell(
        name,
        "s",
        true,
        completion,
        List.of(
            Figure.percentAtMost(
                "error of mean completion", Math.abs(predictedSum / measuredSum - 1), BAR),
            Figure.percentAtMost(
                "error of makespan", Math.abs(predictedLast / measuredLast - 1), BAR),
            perJob
                ? Figure.percentAtMost("median error of a job", median, BAR)
                : Figure.percent("median error of a job", median),
            Figure.percent("p90 error of a job", Errors.relative(completion).p90()),
            Figure.percent(
                "starts, of those measured", (double) predictedStarts / measuredStarts)));
  }
}
