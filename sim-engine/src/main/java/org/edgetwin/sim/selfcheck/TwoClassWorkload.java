package org.edgetwin.sim.selfcheck;

import java.util.Arrays;
import org.edgetwin.sim.distribution.Distributions;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.workload.JobEnd;
import org.edgetwin.sim.workload.Workload;
import umontreal.ssj.rng.RandomStream;

/**
 * One Poisson stream, each of whose jobs is of the first (more urgent) or the second class with
 * equal probability; exponential service of mean 1. It adds up the responses of each class.
 */
final class TwoClassWorkload implements Workload {
  private static final Terms[] TERMS = {Jobs.priority(2), Jobs.priority(1)};

  private final Distributions.Exponential gaps;
  private final OpenWorkload.Length length;
  private final RandomStream gapStream;
  private final RandomStream serviceStream;
  private final RandomStream classStream;
  private final InputControls controls;
  private final ResponseTally[] tallies = {new ResponseTally(), new ResponseTally()};
  private int submittedCount;
  private int urgentCount;
  private double gap;
  private double nextTime;
  private double countedFrom = Double.POSITIVE_INFINITY;

  TwoClassWorkload(double rate, OpenWorkload.Length length, Streams streams) {
    this.length = length;
    gaps = new Distributions.Exponential(1 / rate);
    gapStream = streams.stream("gaps");
    serviceStream = streams.stream("services");
    classStream = streams.stream("classes");
    controls = new InputControls(1 / rate, ServiceLaw.EXPONENTIAL);
    drawGap();
  }

  private TwoClassWorkload(TwoClassWorkload other) {
    length = other.length;
    gaps = other.gaps;
    gapStream = Streams.copyOf(other.gapStream);
    serviceStream = Streams.copyOf(other.serviceStream);
    classStream = Streams.copyOf(other.classStream);
    controls = new InputControls(other.controls);
    tallies[0] = new ResponseTally(other.tallies[0]);
    tallies[1] = new ResponseTally(other.tallies[1]);
    submittedCount = other.submittedCount;
    urgentCount = other.urgentCount;
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
    double service = ServiceLaw.EXPONENTIAL.distribution().sample(serviceStream);
    int jobClass = classStream.nextDouble() < 0.5 ? 0 : 1;
    JobSpec job = Jobs.single(nextTime, service, 0, TERMS[jobClass]);
    boolean counted = submittedCount >= length.warmup();
    if (counted) {
      countedFrom = Math.min(countedFrom, nextTime);
      urgentCount += 1 - jobClass;
    }
    controls.add(gap, service, counted);
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
      tallies[TERMS[0].priority() - end.job().terms().priority()].add(end);
    }
  }

  Observation observation() {
    double[] inputs = controls.momentsAndWork();
    double[] all = Arrays.copyOf(inputs, inputs.length + 1);
    all[inputs.length] = 2.0 * urgentCount / length.counted() - 1;
    return new Observation(
        new double[] {tallies[0].meanResponse(), tallies[1].meanResponse()}, all);
  }

  @Override
  public Workload copy() {
    return new TwoClassWorkload(this);
  }
}
