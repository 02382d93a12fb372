package org.edgetwin.scenarios.generate;

import java.util.List;
import org.edgetwin.scenarios.model.TraceReshape;
import org.edgetwin.scenarios.trace.TraceJob;
import umontreal.ssj.rng.RandomStream;

/** Changes the gangs and durations of recorded jobs. Every job takes two draws. */
final class Reshaping {
  private Reshaping() {}

  static List<TraceJob> apply(List<TraceJob> jobs, TraceReshape plan, RandomStream stream) {
    return jobs.stream().map(job -> reshaped(job, plan, stream)).toList();
  }

  private static TraceJob reshaped(TraceJob job, TraceReshape plan, RandomStream stream) {
    double promotion = stream.nextDouble();
    double size = stream.nextDouble();
    int gpus = job.gpus();
    if (gpus == 1 && job.gpuMilli() == 1000 && promotion < plan.promotedShare()) {
      gpus = plan.promotedGpus().get((int) (size * plan.promotedGpus().size()));
    }
    return job.reshaped(
        Math.min(gpus, plan.maxGpus()),
        Math.min(
            plan.maxDurationSeconds(), Math.max(plan.minDurationSeconds(), job.durationSeconds())));
  }
}
