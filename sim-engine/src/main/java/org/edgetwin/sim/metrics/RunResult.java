package org.edgetwin.sim.metrics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a run leaves behind.
 *
 * @param jobs every job that was submitted, in order of submission, unfinished ones included;
 *     without the replicas of services
 * @param attempts every attempt, in order of its end; empty unless they were kept
 * @param usage use of each node group
 * @param series time averages; columns as {@link SeriesColumns} says
 * @param virtualClusters names by index
 * @param endTime when the run stopped, seconds
 * @param strandedGpuSeconds GPU-seconds that stood free on nodes that were up while a job that may
 *     use them was queued
 * @param jobsInSystemSeconds integral over time of the number of jobs queued or running
 * @param events events executed
 * @param services what LLM services did; empty if there are none
 * @param droppedActions actions that had become impossible by the time they were to be carried out;
 *     NaN where decisions take no time
 * @param demandCurve what was given out over the demand that arrived; null unless it was kept
 */
public record RunResult(
    List<JobRecord> jobs,
    List<Attempt> attempts,
    List<GroupUsage> usage,
    TimeSeries series,
    List<String> virtualClusters,
    double endTime,
    double strandedGpuSeconds,
    double jobsInSystemSeconds,
    long events,
    List<ServiceResult> services,
    double droppedActions,
    @Nullable DemandCurve demandCurve) {
  /** The result of a run without services. */
  public RunResult(
      List<JobRecord> jobs,
      List<Attempt> attempts,
      List<GroupUsage> usage,
      TimeSeries series,
      List<String> virtualClusters,
      double endTime,
      double strandedGpuSeconds,
      double jobsInSystemSeconds,
      long events) {
    this(
        jobs,
        attempts,
        usage,
        series,
        virtualClusters,
        endTime,
        strandedGpuSeconds,
        jobsInSystemSeconds,
        events,
        List.of(),
        Double.NaN,
        null);
  }
}
