package org.edgetwin.sim.metrics;

import org.edgetwin.sim.job.JobState;
import org.jspecify.annotations.Nullable;

/**
 * What became of one job. Times in seconds since the start of the run, NaN if it did not happen.
 *
 * @param id order of submission
 * @param name its name in the trace or generator
 * @param virtualCluster index of its virtual cluster
 * @param workload id of its workload class
 * @param gpus size of the gang that it asked for
 * @param milliPerGpu share of each GPU, thousandths
 * @param workSeconds its work on a gang of reference GPUs
 * @param heldSeconds time with its GPUs held
 * @param runningSeconds time with its GPUs held and progress
 * @param lostSeconds running time whose progress was lost
 * @param nodeGroup node group of its last attempt, or -1
 * @param deadlineTime latest wanted end; positive infinity if none
 * @param traffic what it moved over the network
 * @param gangs what it used if it is elastic, or has held another part of GPUs than it asks for;
 *     else null
 */
public record JobRecord(
    int id,
    String name,
    int virtualCluster,
    String workload,
    int gpus,
    int milliPerGpu,
    JobState state,
    double submitTime,
    double firstStartTime,
    double endTime,
    double workSeconds,
    double heldSeconds,
    double runningSeconds,
    double lostSeconds,
    int starts,
    int preemptions,
    int failures,
    int nodeGroup,
    double costUsd,
    double deadlineTime,
    JobTraffic traffic,
    @Nullable GangUse gangs) {
  /** A rigid job of a run without a network. */
  public JobRecord(
      int id,
      String name,
      int virtualCluster,
      String workload,
      int gpus,
      int milliPerGpu,
      JobState state,
      double submitTime,
      double firstStartTime,
      double endTime,
      double workSeconds,
      double heldSeconds,
      double runningSeconds,
      double lostSeconds,
      int starts,
      int preemptions,
      int failures,
      int nodeGroup,
      double costUsd,
      double deadlineTime) {
    this(
        id,
        name,
        virtualCluster,
        workload,
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
        failures,
        nodeGroup,
        costUsd,
        deadlineTime,
        JobTraffic.NONE,
        null);
  }

  /** GPU-seconds held. */
  public double heldGpuSeconds() {
    return gangs == null ? heldSeconds * gpus * milliPerGpu / 1000 : gangs.heldGpuSeconds();
  }

  /** From submission to end, or NaN if it has not ended well. */
  public double jctSeconds() {
    return state == JobState.DONE ? endTime - submitTime : Double.NaN;
  }

  /** From submission to first start, or NaN if it never started. */
  public double waitSeconds() {
    return firstStartTime - submitTime;
  }
}
