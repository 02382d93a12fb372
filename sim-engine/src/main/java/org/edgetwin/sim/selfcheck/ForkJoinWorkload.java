package org.edgetwin.sim.selfcheck;

import java.util.IdentityHashMap;
import org.edgetwin.sim.distribution.Distributions;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.workload.JobEnd;
import org.edgetwin.sim.workload.Workload;
import umontreal.ssj.rng.RandomStream;

/**
 * Poisson arrivals that split into one task for each of two stations; an arrival is answered when
 * both have ended.
 */
final class ForkJoinWorkload implements Workload {
  private final Distributions.Exponential gaps;
  private final OpenWorkload.Length length;
  private final RandomStream gapStream;
  private final RandomStream[] serviceStreams;
  private final InputControls[] controls;

  /** The other task of the same arrival, for each task that has not ended. */
  private final IdentityHashMap<JobSpec, JobSpec> twinByTask;

  private final JobSpec[] tasks = new JobSpec[2];
  private int forkedCount;

  /** The station that gets the next task of the present arrival. */
  private int station;

  private double nextTime;
  private double countedFrom = Double.POSITIVE_INFINITY;
  private double responseSum;
  private int joinedCount;

  ForkJoinWorkload(double rate, OpenWorkload.Length length, Streams streams) {
    this.length = length;
    gaps = new Distributions.Exponential(1 / rate);
    gapStream = streams.stream("gaps");
    serviceStreams =
        new RandomStream[] {streams.stream("services/0"), streams.stream("services/1")};
    controls =
        new InputControls[] {
          new InputControls(1 / rate, ServiceLaw.EXPONENTIAL),
          new InputControls(1 / rate, ServiceLaw.EXPONENTIAL)
        };
    twinByTask = new IdentityHashMap<>();
    fork();
  }

  private ForkJoinWorkload(ForkJoinWorkload other) {
    gaps = other.gaps;
    length = other.length;
    gapStream = Streams.copyOf(other.gapStream);
    serviceStreams =
        new RandomStream[] {
          Streams.copyOf(other.serviceStreams[0]), Streams.copyOf(other.serviceStreams[1])
        };
    controls =
        new InputControls[] {
          new InputControls(other.controls[0]), new InputControls(other.controls[1])
        };
    twinByTask = new IdentityHashMap<>(other.twinByTask);
    System.arraycopy(other.tasks, 0, tasks, 0, tasks.length);
    forkedCount = other.forkedCount;
    station = other.station;
    nextTime = other.nextTime;
    countedFrom = other.countedFrom;
    responseSum = other.responseSum;
    joinedCount = other.joinedCount;
  }

  private void fork() {
    if (forkedCount == length.total()) {
      nextTime = Double.POSITIVE_INFINITY;
      return;
    }
    double gap = gaps.sample(gapStream);
    nextTime += gap;
    boolean counted = forkedCount++ >= length.warmup();
    if (counted) {
      countedFrom = Math.min(countedFrom, nextTime);
    }
    for (int i = 0; i < tasks.length; i++) {
      double service = ServiceLaw.EXPONENTIAL.distribution().sample(serviceStreams[i]);
      controls[i].add(gap, service, counted);
      tasks[i] = Jobs.single(nextTime, service, i);
    }
    twinByTask.put(tasks[0], tasks[1]);
    twinByTask.put(tasks[1], tasks[0]);
  }

  @Override
  public double nextTime() {
    return nextTime;
  }

  @Override
  public JobSpec next() {
    JobSpec task = tasks[station];
    station = 1 - station;
    if (station == 0) {
      fork();
    }
    return task;
  }

  @Override
  public boolean isClosedLoop() {
    return true;
  }

  @Override
  public void onEnd(JobEnd end) {
    JobSpec twin = twinByTask.remove(end.job());
    boolean twinRuns = twinByTask.containsKey(twin);
    if (!twinRuns && end.job().submitTime() >= countedFrom) {
      responseSum += end.time() - end.job().submitTime();
      joinedCount++;
    }
  }

  Observation observation() {
    double[] first = controls[0].moments();
    double[] second = controls[1].moments();
    // The gaps are common to both stations.
    return new Observation(
        new double[] {responseSum / joinedCount},
        new double[] {first[0], first[1], first[2], second[1], second[2]});
  }

  @Override
  public Workload copy() {
    return new ForkJoinWorkload(this);
  }
}
