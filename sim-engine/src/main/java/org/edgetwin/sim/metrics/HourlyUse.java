package org.edgetwin.sim.metrics;

/**
 * How much one node group was used in each hour of the run; the last hour may be a part of one.
 *
 * @param upGpuSeconds GPU-seconds that its nodes ran jobs or could
 * @param heldGpuSeconds GPU-seconds that jobs held, shares counted as such
 * @param busyGpuSeconds the same, each weighted with the share of a board's power range that its
 *     job draws
 */
@SuppressWarnings("ArrayRecordComponent") // compact, and never compared by value
public record HourlyUse(double[] upGpuSeconds, double[] heldGpuSeconds, double[] busyGpuSeconds) {
  /** Number of hours, the last of which may be a part of one. */
  public int hours() {
    return upGpuSeconds.length;
  }
}
