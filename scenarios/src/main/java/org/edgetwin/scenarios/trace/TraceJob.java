package org.edgetwin.scenarios.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One job as a trace records it.
 *
 * @param name its name; its line in the file if the trace has none
 * @param submitTime submission, seconds since the first one of the trace
 * @param durationSeconds how long it ran
 * @param gpus number of GPUs
 * @param gpuMilli share of each GPU, thousandths
 * @param cpuMilli CPU, thousandths of cores
 * @param memoryMib host memory, MiB
 * @param gpuModels names of the models it may run on; empty for any
 * @param virtualCluster its virtual cluster; null if the trace does not say
 * @param workloadClass its class; null if the trace does not say
 * @param user its user; empty if the trace does not say
 * @param limitSeconds limit asked for; positive infinity if none
 * @param deadlineTime deadline on the clock of submitTime; positive infinity if none
 * @param priority larger is more urgent; null if the trace does not say
 */
public record TraceJob(
    String name,
    double submitTime,
    double durationSeconds,
    int gpus,
    int gpuMilli,
    int cpuMilli,
    int memoryMib,
    List<String> gpuModels,
    @Nullable String virtualCluster,
    @Nullable String workloadClass,
    String user,
    double limitSeconds,
    double deadlineTime,
    @Nullable Integer priority) {

  /** The same job at another time; its deadline moves along. */
  public TraceJob at(String newName, double newSubmitTime) {
    return new TraceJob(
        newName,
        newSubmitTime,
        durationSeconds,
        gpus,
        gpuMilli,
        cpuMilli,
        memoryMib,
        gpuModels,
        virtualCluster,
        workloadClass,
        user,
        limitSeconds,
        deadlineTime + (newSubmitTime - submitTime),
        priority);
  }

  /** The same job with another gang and another duration. */
  public TraceJob reshaped(int newGpus, double newDurationSeconds) {
    return new TraceJob(
        name,
        submitTime,
        newDurationSeconds,
        newGpus,
        gpuMilli,
        cpuMilli,
        memoryMib,
        gpuModels,
        virtualCluster,
        workloadClass,
        user,
        limitSeconds,
        deadlineTime,
        priority);
  }

  /** The same job of another user. */
  public TraceJob withUser(String newUser) {
    return new TraceJob(
        name,
        submitTime,
        durationSeconds,
        gpus,
        gpuMilli,
        cpuMilli,
        memoryMib,
        gpuModels,
        virtualCluster,
        workloadClass,
        newUser,
        limitSeconds,
        deadlineTime,
        priority);
  }

  /** The same job with another share of each GPU. */
  public TraceJob withGpuMilli(int newGpuMilli) {
    return new TraceJob(
        name,
        submitTime,
        durationSeconds,
        gpus,
        newGpuMilli,
        cpuMilli,
        memoryMib,
        gpuModels,
        virtualCluster,
        workloadClass,
        user,
        limitSeconds,
        deadlineTime,
        priority);
  }

  /** GPU-seconds it holds. */
  public double gpuSeconds() {
    return durationSeconds * gpus * gpuMilli / 1000.0;
  }
}
