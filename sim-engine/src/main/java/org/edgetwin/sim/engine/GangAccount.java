package org.edgetwin.sim.engine;

import org.edgetwin.sim.fleet.Allocation;
import org.edgetwin.sim.metrics.GangUse;

/** GPU-seconds of a job whose attempts hold different parts of GPUs: its gang, or its share. */
final class GangAccount {
  private static final double MILLI = 1000;

  /** GPUs of the present or last attempt; a share counts as such. */
  private double gpus;

  private int resizes;
  private double heldGpuSeconds;
  private double runningGpuSeconds;
  private double lostGpuSeconds;

  /**
   * An empty account.
   *
   * @param gpus what the first attempt will hold
   */
  GangAccount(double gpus) {
    this.gpus = gpus;
  }

  /** Of a job that has held its demand up to now. */
  static GangAccount after(Job job) {
    GangAccount account = new GangAccount(job.demand().totalMilli() / MILLI);
    account.held(job.heldSeconds);
    account.ran(job.runningSeconds);
    account.lost(job.lostSeconds);
    return account;
  }

  /** For a fork. */
  GangAccount(GangAccount other) {
    gpus = other.gpus;
    resizes = other.resizes;
    heldGpuSeconds = other.heldGpuSeconds;
    runningGpuSeconds = other.runningGpuSeconds;
    lostGpuSeconds = other.lostGpuSeconds;
  }

  /** An attempt begins. */
  void holds(Allocation allocation) {
    gpus = allocation.totalMilli() / MILLI;
  }

  void held(double seconds) {
    heldGpuSeconds += seconds * gpus;
  }

  void ran(double seconds) {
    runningGpuSeconds += seconds * gpus;
  }

  void lost(double seconds) {
    lostGpuSeconds += seconds * gpus;
  }

  void resized() {
    resizes++;
  }

  /** What was used so far. */
  GangUse use(double openSeconds, double unsettledSeconds) {
    return new GangUse(
        resizes,
        heldGpuSeconds + openSeconds * gpus,
        runningGpuSeconds + unsettledSeconds * gpus - lostGpuSeconds);
  }
}
