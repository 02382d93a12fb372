package org.edgetwin.scenarios.generate;

import java.util.List;
import org.edgetwin.scenarios.model.TraceReshape;
import org.edgetwin.scenarios.trace.TraceJob;
import org.edgetwin.sim.job.Demand;
import umontreal.ssj.rng.RandomStream;

/** Changes the gangs, durations and shares of recorded jobs. */
final class Reshaping {
  private Reshaping() {}

  /** The same jobs with other gangs and durations. Every job takes two draws. */
  static List<TraceJob> apply(List<TraceJob> jobs, TraceReshape plan, RandomStream stream) {
    return jobs.stream().map(job -> reshaped(job, plan, stream)).toList();
  }

  private static TraceJob reshaped(TraceJob job, TraceReshape plan, RandomStream stream) {
    double promotion = stream.nextDouble();
    double size = stream.nextDouble();
    int gpus = job.gpus();
    if (gpus == 1 && job.gpuMilli() == Demand.WHOLE_GPU && promotion < plan.promotedShare()) {
      gpus = plan.promotedGpus().get((int) (size * plan.promotedGpus().size()));
    }
    return job.reshaped(
        Math.min(gpus, plan.maxGpus()),
        Math.min(
            plan.maxDurationSeconds(), Math.max(plan.minDurationSeconds(), job.durationSeconds())));
  }

  /**
   * The same jobs, those of one whole GPU with a share of it. A share does not change how much work
   * a job is, so loads are set before.
   */
  static List<TraceJob> shared(List<TraceJob> jobs, double share) {
    int milli = (int) Math.max(1, Math.round(share * Demand.WHOLE_GPU));
    return jobs.stream()
        .map(
            job ->
                job.gpus() == 1 && job.gpuMilli() == Demand.WHOLE_GPU
                    ? job.withGpuMilli(milli)
                    : job)
        .toList();
  }
}
