package org.edgetwin.sim.experiment;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.JobState;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.MetricValues;
import org.edgetwin.sim.metrics.RunResult;
import org.edgetwin.sim.variation.VariationModel;
import org.edgetwin.sim.workload.Workload;
import org.jspecify.annotations.Nullable;

/**
 * Lower bounds for the jobs of one run that finished, from what they are and not from what became
 * of them.
 *
 * <p>A job takes at least its work at its best speed. Its gang then holds at least {@code gpus x
 * work / best speed} GPU-seconds, of which a pool of C GPUs gives at most C per second: so the sum
 * of completion times is at least that of one machine of speed C that may preempt at will, for
 * which SRPT is optimal [schrage1968]; the same relaxation as in [chekuri2001]. {@link
 * MeanBusyBound} puts both together, and weighs. The bound of a pool is the largest of them, and
 * pools add up. Virtual clusters with nodes of their own are pools by themselves; one shared node
 * makes all of them one pool.
 */
final class LowerBoundCalculator {
  private final Pools pools;
  private final List<PoolBound> boundList = new ArrayList<>();
  private final List<MeasuredBound> measuredBoundList = new ArrayList<>();

  /** Null where all GPUs of the pool are equal. */
  private final List<@Nullable PricedPool> pricedPoolList = new ArrayList<>();

  private LowerBoundCalculator(Pools pools) {
    this.pools = pools;
    for (int pool = 0; pool < pools.count(); pool++) {
      boundList.add(new PoolBound(pools.capacityGpus(pool)));
      measuredBoundList.add(new MeasuredBound(pools.capacityGpus(pool)));
      pricedPoolList.add(
          pools.isMixed(pool)
              ? new PricedPool(pools.gpusByModel(pool), pools.quotaGpus(pool))
              : null);
    }
  }

  /**
   * The bounds of a run.
   *
   * @param measured the jobs of which the mean completion time is meant
   * @return unknown bounds if the workload is a closed loop, which hands out its jobs only in
   *     answer to their ends, if a machine may be faster than its model promises, if a job is
   *     elastic (a gang that grows ends sooner than the one it asked for), or if it may take turns
   *     with others, so that a GPU does more than one job's work
   */
  static LowerBounds compute(
      PreparedRun prepared, RunResult result, MetricValues.Measured measured) {
    if (prepared.workload().isClosedLoop()
        || prepared.config().physics().variation() != VariationModel.NONE) {
      return LowerBounds.UNKNOWN;
    }
    LowerBoundCalculator calculator =
        new LowerBoundCalculator(new Pools(prepared.config().fleet()));
    BestSpeeds speeds =
        new BestSpeeds(prepared.config().fleet(), prepared.config().physics().speeds());
    Workload workload = prepared.workload().copy();
    for (JobRecord job : result.jobs()) {
      JobSpec spec = workload.next();
      if (spec.elastic() != null || spec.stages() != null) {
        return LowerBounds.UNKNOWN;
      }
      if (job.state() == JobState.DONE) {
        calculator.add(spec, speeds, measured.includes(spec.submitTime()));
      }
    }
    return calculator.bounds();
  }

  private void add(JobSpec job, BestSpeeds speeds, boolean measured) {
    int pool = pools.of(job.virtualCluster());
    double alone = job.workSeconds() / speeds.best(job);
    double gpuSeconds = alone * job.demand().totalMilli() / 1000.0;
    boundList.get(pool).add(job.submitTime(), alone, gpuSeconds);
    PricedPool priced = pricedPoolList.get(pool);
    if (priced != null) {
      priced.add(job, alone, speeds.byModel(job, pools.models()), measured);
    }
    if (measured) {
      measuredBoundList.get(pool).add(job.submitTime(), job.workSeconds(), alone, gpuSeconds);
    }
  }

  private LowerBounds bounds() {
    double jctSum = 0;
    double slowdownSum = 0;
    double makespan = Double.NaN;
    int jobs = 0;
    for (int pool = 0; pool < pools.count(); pool++) {
      PoolBound all = boundList.get(pool);
      MeasuredBound measured = measuredBoundList.get(pool);
      all.drain();
      measured.drain();
      double poolJctSum = measured.jctSumSeconds();
      double poolSlowdownSum = measured.slowdownSum();
      makespan = later(makespan, all.lastEndTime());
      PricedPool priced = pricedPoolList.get(pool);
      if (priced != null && priced.solve()) {
        poolJctSum = Math.max(poolJctSum, priced.jctSumSeconds());
        poolSlowdownSum = Math.max(poolSlowdownSum, priced.slowdownSum());
        makespan = later(makespan, priced.lastEndTime());
      }
      jctSum += poolJctSum;
      slowdownSum += poolSlowdownSum;
      jobs += measured.jobCount();
    }
    return new LowerBounds(jctSum / jobs, makespan, slowdownSum / jobs);
  }

  private static double later(double a, double b) {
    return b <= a || Double.isNaN(b) ? a : b;
  }
}
