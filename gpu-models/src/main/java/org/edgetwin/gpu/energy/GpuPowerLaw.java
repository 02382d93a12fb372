package org.edgetwin.gpu.energy;

import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.gpu.table.Require;

/**
 * Power of a board by what it does: its idle power, and of the rest up to its limit a share that
 * grows with how busy compute and memory are. Reading weights (decode) draws less than computing
 * (prefill, training) at the same utilisation.
 *
 * <p>Limits: no clocks; weights are the same for all models.
 *
 * @param computeWeight share of the range that busy multiprocessors draw
 * @param memoryWeight share of the range that busy memory draws; both together may exceed 1, the
 *     power limit then caps the board
 */
public record GpuPowerLaw(double computeWeight, double memoryWeight) {
  /** A proposal: decode at 0.15 and 0.9 draws 60 % of the range, training at 0.9 and 0.6 92 %. */
  public static final GpuPowerLaw PROPOSED = new GpuPowerLaw(0.66, 0.55);

  public GpuPowerLaw {
    Require.within("computeWeight", computeWeight, 0, 1);
    Require.within("memoryWeight", memoryWeight, 0, 1);
  }

  /**
   * Power at the board, W.
   *
   * @param compute share of the multiprocessors' time that is busy, in [0, 1]
   * @param memory share of the memory bandwidth that is used, in [0, 1]
   */
  public double watts(GpuModel gpu, double compute, double memory) {
    double idle = gpu.idlePowerWatts();
    return idle + share(compute, memory) * (gpu.powerWatts() - idle);
  }

  /**
   * Share of the range between idle power and limit that a job of a class draws on a GPU of its
   * own. A proposal: what bounds the class more, arithmetic or memory, is as busy as the class
   * keeps its GPU, the other less in proportion. Training with a compute share of 0.6 comes out at
   * (0.9, 0.6), decode with one of 0.14 at (0.15, 0.9).
   */
  public double share(WorkloadClass workload) {
    double compute = workload.computeShare();
    double larger = Math.max(compute, 1 - compute);
    double busy = workload.pressure();
    return share(busy * compute / larger, busy * (1 - compute) / larger);
  }

  private double share(double compute, double memory) {
    Require.within("compute", compute, 0, 1);
    Require.within("memory", memory, 0, 1);
    return Math.min(1, computeWeight * compute + memoryWeight * memory);
  }
}
