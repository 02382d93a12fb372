package org.edgetwin.sim.experiment;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.job.JobSpec;

/**
 * Lower bounds for one pool of unequal GPUs: the bounds of equal ones, with jobs as large as they
 * are worth at {@link GpuPrices}.
 */
final class PricedPool {
  private record PoolJob(JobSpec spec, double aloneSeconds, List<Double> speeds, boolean measured) {
    double gpus() {
      return spec.demand().totalMilli() / 1000.0;
    }
  }

  private final GpuPrices prices;
  private final List<PoolJob> jobList = new ArrayList<>();
  private final PoolBound all = new PoolBound(1);
  private final MeasuredBound measured = new MeasuredBound(1);

  PricedPool(double[] gpusByModel, double quotaGpus) {
    prices = new GpuPrices(gpusByModel, quotaGpus);
  }

  /** Adds a job, in order of submission. */
  void add(JobSpec spec, double aloneSeconds, List<Double> speeds, boolean isMeasured) {
    PoolJob job = new PoolJob(spec, aloneSeconds, speeds, isMeasured);
    jobList.add(job);
    if (job.gpus() > 0) {
      prices.add(spec.workSeconds(), job.gpus(), speeds);
    }
  }

  /** Whether there are bounds; they are computed by this. */
  boolean solve() {
    if (!prices.solve()) {
      return false;
    }
    for (PoolJob job : jobList) {
      JobSpec spec = job.spec();
      double worth =
          job.gpus() > 0 ? prices.worth(spec.workSeconds(), job.gpus(), job.speeds()) : 0;
      all.add(spec.submitTime(), job.aloneSeconds(), worth);
      if (job.measured()) {
        measured.add(spec.submitTime(), spec.workSeconds(), job.aloneSeconds(), worth);
      }
    }
    all.drain();
    measured.drain();
    return true;
  }

  double jctSumSeconds() {
    return measured.jctSumSeconds();
  }

  double slowdownSum() {
    return measured.slowdownSum();
  }

  double lastEndTime() {
    return all.lastEndTime();
  }
}
