package org.edgetwin.sim.selfcheck;

import org.edgetwin.sim.distribution.Distributions;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.workload.JobEnd;
import org.edgetwin.sim.workload.Workload;
import org.jspecify.annotations.Nullable;
import umontreal.ssj.rng.RandomStream;

/**
 * Poisson arrivals of jobs for one GPU with independent service times, made one at a time. It hears
 * of the ends to add them up; the jobs of the warm-up do not count.
 */
final class OpenWorkload implements Workload {
  private final Length length;
  private final Distributions.Exponential gaps;
  private final ServiceLaw law;
  private final Demand demand;
  private final RandomStream gapStream;
  private final RandomStream serviceStream;
  private final InputControls controls;
  private final ResponseTally tally;
  private int submittedCount;
  private double gap;
  private double nextTime;

  /** Counted only where it is a control. */
  private @Nullable OfferedLoad offeredLoad;

  private double countedFrom = Double.POSITIVE_INFINITY;

  /**
   * How many jobs.
   *
   * @param warmup jobs that do not count
   * @param counted jobs after them that do
   */
  record Length(int warmup, int counted) {
    int total() {
      return warmup + counted;
    }
  }

  OpenWorkload(double rate, ServiceLaw law, Demand demand, Length length, Streams streams) {
    this.length = length;
    this.law = law;
    this.demand = demand;
    gaps = new Distributions.Exponential(1 / rate);
    gapStream = streams.stream("gaps");
    serviceStream = streams.stream("services");
    controls = new InputControls(1 / rate, law);
    tally = new ResponseTally();
    drawGap();
  }

  private OpenWorkload(OpenWorkload other) {
    length = other.length;
    gaps = other.gaps;
    law = other.law;
    demand = other.demand;
    gapStream = Streams.copyOf(other.gapStream);
    serviceStream = Streams.copyOf(other.serviceStream);
    controls = new InputControls(other.controls);
    offeredLoad = other.offeredLoad == null ? null : new OfferedLoad(other.offeredLoad);
    tally = new ResponseTally(other.tally);
    submittedCount = other.submittedCount;
    gap = other.gap;
    nextTime = other.nextTime;
    countedFrom = other.countedFrom;
  }

  private void drawGap() {
    gap = gaps.sample(gapStream);
    nextTime = submittedCount < length.total() ? nextTime + gap : Double.POSITIVE_INFINITY;
  }

  @Override
  public double nextTime() {
    return nextTime;
  }

  @Override
  public JobSpec next() {
    double service = law.distribution().sample(serviceStream);
    JobSpec job =
        new JobSpec(
            "job", nextTime, demand, Machines.UNIT, service, 0, Terms.NONE, Recovery.DEFAULT);
    boolean counted = submittedCount >= length.warmup();
    if (counted) {
      countedFrom = Math.min(countedFrom, nextTime);
    }
    controls.add(gap, service, counted);
    if (offeredLoad != null) {
      offeredLoad.add(nextTime, service);
    }
    submittedCount++;
    drawGap();
    return job;
  }

  @Override
  public boolean isClosedLoop() {
    return true;
  }

  @Override
  public void onEnd(JobEnd end) {
    if (end.job().submitTime() >= countedFrom) {
      tally.add(end);
    }
  }

  ResponseTally tally() {
    return tally;
  }

  /** Counts the offered load from now on; to be called before the run. */
  OfferedLoad countOfferedLoad() {
    double rate = 1 / gaps.mean();
    // A little less than what the jobs will take, so that arrivals go on to the end of it.
    offeredLoad = new OfferedLoad(rate, length.warmup() / rate, 0.98 * length.total() / rate);
    return offeredLoad;
  }

  InputControls controls() {
    return controls;
  }

  @Override
  public Workload copy() {
    return new OpenWorkload(this);
  }
}
