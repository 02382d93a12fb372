package org.edgetwin.sim.metrics;

import java.util.List;
import org.edgetwin.sim.job.JobState;

/** Describes one job's fate in a few words; times in seconds. */
final class RecordBuilder {
  private JobState state = JobState.QUEUED;
  private final double submitTime;
  private double firstStartTime = Double.NaN;
  private double endTime = Double.NaN;
  private int gpus = 1;
  private int milliPerGpu = 1000;
  private double workSeconds = 100;
  private double heldSeconds;
  private double runningSeconds;
  private double lostSeconds;
  private int starts;
  private int preemptions;
  private double costUsd;
  private double deadlineTime = Double.POSITIVE_INFINITY;

  private RecordBuilder(double submitTime) {
    this.submitTime = submitTime;
  }

  static RecordBuilder submitted(double time) {
    return new RecordBuilder(time);
  }

  /** Holds its GPUs and runs from the start to the end. */
  RecordBuilder ran(double start, double end, JobState finalState) {
    state = finalState;
    firstStartTime = start;
    endTime = end;
    starts = 1;
    heldSeconds = end - start;
    runningSeconds = end - start;
    return this;
  }

  RecordBuilder done(double start, double end) {
    return ran(start, end, JobState.DONE);
  }

  /** Never started. */
  RecordBuilder ended(double time, JobState finalState) {
    state = finalState;
    endTime = time;
    return this;
  }

  RecordBuilder stillRunning(double start, double now) {
    ran(start, now, JobState.RUNNING);
    endTime = Double.NaN;
    return this;
  }

  RecordBuilder work(double seconds) {
    workSeconds = seconds;
    return this;
  }

  RecordBuilder gpus(int count, int milliEach) {
    gpus = count;
    milliPerGpu = milliEach;
    return this;
  }

  RecordBuilder times(double held, double running, double lost) {
    heldSeconds = held;
    runningSeconds = running;
    lostSeconds = lost;
    return this;
  }

  RecordBuilder preempted(int count) {
    preemptions = count;
    return this;
  }

  RecordBuilder cost(double usd) {
    costUsd = usd;
    return this;
  }

  RecordBuilder deadline(double time) {
    deadlineTime = time;
    return this;
  }

  JobRecord build() {
    return new JobRecord(
        0,
        "job",
        0,
        "class",
        gpus,
        milliPerGpu,
        state,
        submitTime,
        firstStartTime,
        endTime,
        workSeconds,
        heldSeconds,
        runningSeconds,
        lostSeconds,
        starts,
        preemptions,
        0,
        0,
        costUsd,
        deadlineTime);
  }

  /** A run of these jobs. */
  static RunResult run(
      double endTime, List<GroupUsage> usage, double strandedGpuSeconds, RecordBuilder... jobs) {
    return new RunResult(
        List.of(jobs).stream().map(RecordBuilder::build).toList(),
        List.of(),
        usage,
        new TimeSeries(SeriesColumns.count(1), 2, 60),
        List.of("default"),
        endTime,
        strandedGpuSeconds,
        0,
        42);
  }

  static RunResult run(double endTime, RecordBuilder... jobs) {
    return run(endTime, List.of(), 0, jobs);
  }
}
