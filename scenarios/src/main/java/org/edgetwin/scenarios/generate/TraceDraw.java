package org.edgetwin.scenarios.generate;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.scenarios.model.DrawPlan;
import org.edgetwin.scenarios.model.JobSource;
import org.edgetwin.scenarios.trace.TraceJob;
import org.edgetwin.sim.job.JobSpec;
import umontreal.ssj.rng.RandomStream;

/** Jobs drawn from a trace with replacement, until they ask for a share of a fleet's GPUs. */
final class TraceDraw {
  private static final double MILLI = 1000;

  private TraceDraw() {}

  /**
   * The drawn jobs. Every one takes one draw.
   *
   * @param fleetGpus GPUs of the fleet
   */
  static List<TraceJob> draw(
      List<TraceJob> jobs, DrawPlan plan, int fleetGpus, RandomStream stream) {
    List<TraceJob> drawn = new ArrayList<>();
    if (jobs.stream().noneMatch(job -> job.gpus() > 0)) {
      return drawn;
    }
    double wanted = plan.to() * fleetGpus;
    double asked = 0;
    while (asked < wanted && drawn.size() < JobSource.MOST_JOBS) {
      TraceJob job = jobs.get(stream.nextInt(0, jobs.size() - 1));
      asked += job.gpus() * job.gpuMilli() / MILLI;
      double time = drawn.size() * plan.everySeconds();
      TraceJob again = job.at(job.name() + "/" + drawn.size(), time);
      drawn.add(plan.stay() ? again.reshaped(job.gpus(), JobSpec.ENDLESS_SECONDS) : again);
    }
    return drawn;
  }
}
