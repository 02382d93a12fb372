package org.edgetwin.scenarios.generate;

import java.util.Optional;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.SpeedModel;
import org.edgetwin.gpu.Spread;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.gpu.goodput.FittedGoodputs;
import org.edgetwin.gpu.goodput.GoodputModel;
import org.edgetwin.gpu.training.GangShape;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.model.ElasticBatch;
import org.edgetwin.scenarios.model.ElasticPlan;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.ElasticTraining;
import org.edgetwin.sim.job.Elasticity;
import org.edgetwin.sim.job.JobSpec;
import org.jspecify.annotations.Nullable;

/** Makes the jobs of a source elastic. Holds no state that changes. */
final class ElasticRule {
  private static final GangShape ALONE = new GangShape(1, 1);

  private final ElasticPlan plan;
  private final SpeedModel speeds;
  private final @Nullable GpuModel measuredOn;

  /**
   * A rule.
   *
   * @param measuredOn the GPUs of the gang whose durations are known; null for reference ones
   */
  ElasticRule(ElasticPlan plan, SpeedModel speeds, @Nullable GpuModel measuredOn) {
    this.plan = plan;
    this.speeds = speeds;
    this.measuredOn = measuredOn;
  }

  /**
   * The job, elastic if its goodput is known. Its duration is that on the gang that it asks for, on
   * as few nodes as the measured ones allow.
   *
   * @param duration seconds
   */
  JobSpec apply(JobSpec job, double duration) {
    Optional<GoodputModel> found = model(job.workload());
    Demand demand = job.demand();
    if (found.isEmpty() || !demand.wholeGpus() || demand.gpus() == 0) {
      return job;
    }
    GoodputModel model = found.get();
    double measured = speed(job.workload(), model.gpu());
    double there = measuredOn == null ? 1 : speed(job.workload(), measuredOn);
    GangShape gang = model.gang(demand.gpus());
    int batch =
        plan.batch() == ElasticBatch.UNTUNED
            ? Math.min(model.mostBatch(), demand.gpus() * model.initialBatch())
            : model.tunedBatch(gang, measured / there);
    double share = duration / model.trainingSeconds(gang, batch, measured / there);
    double work = share * model.trainingSeconds(ALONE, model.initialBatch(), measured);
    int most = Math.min(plan.mostGpus(), model.mostGpus());
    var elasticity =
        new Elasticity(
            Math.min(plan.leastGpus(), demand.gpus()),
            Math.max(most, demand.gpus()),
            plan.gpuTypeMayChange(),
            plan.batchMayChange(),
            model.initialBatch(),
            model.mostBatch());
    double estimate = job.terms().estimateSeconds() * work / duration;
    return job.withWork(work, job.terms().withEstimate(estimate))
        .withElastic(new ElasticTraining(elasticity, batch, model));
  }

  /**
   * Whether a class fits the GPUs that its goodput and its durations come from.
   *
   * @param path where a user would look
   */
  void check(WorkloadClass workload, String path) {
    model(workload).ifPresent(model -> requireFit(workload, model.gpu(), path));
    if (measuredOn != null) {
      requireFit(workload, measuredOn, path);
    }
  }

  private void requireFit(WorkloadClass workload, GpuModel gpu, String path) {
    if (!(speed(workload, gpu) > 0)) {
      throw new BadInputException(
          Issue.inScenario(
              path,
              workload.id(),
              "The class does not fit in the memory of the "
                  + gpu.id()
                  + ", where it was measured.",
              "Maybe give it less memory."));
    }
  }

  private Optional<GoodputModel> model(WorkloadClass workload) {
    Optional<GoodputModel> own = FittedGoodputs.standard().find(workload.id());
    return own.isPresent() || plan.goodput() == null
        ? own
        : FittedGoodputs.standard().find(plan.goodput());
  }

  private double speed(WorkloadClass workload, GpuModel gpu) {
    return speeds.speed(workload, gpu, 1, Spread.ONE_NODE);
  }
}
