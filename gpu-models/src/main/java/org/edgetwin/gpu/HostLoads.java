package org.edgetwin.gpu;

import java.util.Arrays;

/**
 * The jobs on one machine, as columns: what {@link HostContention} needs to know of each. Grows as
 * needed, and is used again and again. Not thread-safe.
 */
public final class HostLoads {
  private WorkloadClass[] workloadArray = new WorkloadClass[8];
  private int[] workerArray = new int[8];
  private int[] nodeArray = new int[8];
  private double[] speedArray = new double[8];
  private double[] keptArray = new double[8];
  private int count;

  /** Forgets all jobs. */
  public void clear() {
    count = 0;
  }

  /**
   * Adds a job.
   *
   * @param workers of the job on this machine, one for each GPU it uses there
   * @param nodes machines over which its gang is spread
   * @param speed what {@link SpeedModel} says, times {@code gpuKept}
   * @param gpuKept what neighbours on its GPUs here leave it, in (0, 1]
   */
  public void add(WorkloadClass workload, int workers, int nodes, double speed, double gpuKept) {
    if (count == workloadArray.length) {
      grow();
    }
    workloadArray[count] = workload;
    workerArray[count] = workers;
    nodeArray[count] = nodes;
    speedArray[count] = speed;
    keptArray[count] = gpuKept;
    count++;
  }

  /** Forgets the job that was added last. */
  public void removeLast() {
    count--;
  }

  /** Number of jobs. */
  public int count() {
    return count;
  }

  public WorkloadClass workload(int job) {
    return workloadArray[job];
  }

  public int workers(int job) {
    return workerArray[job];
  }

  public int nodes(int job) {
    return nodeArray[job];
  }

  public double speed(int job) {
    return speedArray[job];
  }

  public double gpuKept(int job) {
    return keptArray[job];
  }

  private void grow() {
    int length = 2 * count;
    workloadArray = Arrays.copyOf(workloadArray, length);
    workerArray = Arrays.copyOf(workerArray, length);
    nodeArray = Arrays.copyOf(nodeArray, length);
    speedArray = Arrays.copyOf(speedArray, length);
    keptArray = Arrays.copyOf(keptArray, length);
  }
}
