package org.edgetwin.sim.policies.history;

import java.util.List;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.NoContention;
import org.edgetwin.gpu.UniformSpeed;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.sim.engine.ClusterConfig;
import org.edgetwin.sim.engine.Simulation;
import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import org.edgetwin.sim.workload.ListWorkload;

/** One node of eight GPUs, jobs with users and names. */
final class HistoryRuns {
  private static final SchedulerCatalog CATALOG = SchedulerCatalog.standard();
  private static final WorkloadClass CLASS = WorkloadClass.custom("any", "any", 1, 0.5, 0.5);
  private static final GpuModel MODEL =
      GpuModel.custom("gpu").memoryGb(16).memoryBandwidthGbs(900).fp32Tflops(15).build();

  private HistoryRuns() {}

  static JobSpec job(String user, String name, double submit, int gpus, double work) {
    Terms terms = new Terms(1e6, false, Double.NaN, Double.POSITIVE_INFINITY, 0, user);
    return new JobSpec(name, submit, Demand.gang(gpus), CLASS, work, 0, terms, Recovery.DEFAULT);
  }

  static List<JobRecord> run(String scheduler, List<JobSpec> jobs) {
    Streams streams = new Streams(1, 1);
    ClusterConfig config =
        new ClusterConfig(
            FleetSpec.uniform(MODEL, 1, 8),
            new UniformSpeed(),
            new NoContention(),
            streams,
            Double.POSITIVE_INFINITY,
            false);
    return new Simulation(config, new ListWorkload(jobs), CATALOG.create(scheduler, streams, 1))
        .run()
        .result()
        .jobs();
  }

  static double meanJct(List<JobRecord> jobs) {
    return jobs.stream()
        .mapToDouble(job -> job.endTime() - job.submitTime())
        .average()
        .orElseThrow();
  }
}
