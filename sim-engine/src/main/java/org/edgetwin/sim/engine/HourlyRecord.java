package org.edgetwin.sim.engine;

import java.util.Arrays;
import org.edgetwin.sim.metrics.BusyShare;
import org.edgetwin.sim.metrics.HourlyIntegral;
import org.edgetwin.sim.metrics.HourlyUse;

/** Keeps the use of each node group hour by hour. */
final class HourlyRecord {
  private static final double MILLI = 1000;

  private final BusyShare busyShare;
  private final HourlyIntegral[] upGpus;
  private final HourlyIntegral[] heldMilli;
  private final HourlyIntegral[] busyMilli;

  HourlyRecord(BusyShare busyShare, int groups) {
    this.busyShare = busyShare;
    upGpus = integrals(groups);
    heldMilli = integrals(groups);
    busyMilli = integrals(groups);
  }

  HourlyRecord(HourlyRecord other) {
    busyShare = other.busyShare;
    upGpus = copies(other.upGpus);
    heldMilli = copies(other.heldMilli);
    busyMilli = copies(other.busyMilli);
  }

  private static HourlyIntegral[] integrals(int count) {
    HourlyIntegral[] integrals = new HourlyIntegral[count];
    Arrays.setAll(integrals, i -> new HourlyIntegral());
    return integrals;
  }

  private static HourlyIntegral[] copies(HourlyIntegral[] integrals) {
    return Arrays.stream(integrals).map(HourlyIntegral::copy).toArray(HourlyIntegral[]::new);
  }

  void up(int group, double time, int gpus) {
    upGpus[group].set(time, gpus);
  }

  /** A job took GPUs of a group (above 0) or gave them back (below 0). */
  void held(Job job, double time, int milli) {
    int group = job.allocation.group();
    heldMilli[group].add(time, milli);
    busyMilli[group].add(time, milli * busyShare.of(job.workload()));
  }

  HourlyUse use(int group, double time) {
    return new HourlyUse(
        upGpus[group].until(time),
        inGpus(heldMilli[group].until(time)),
        inGpus(busyMilli[group].until(time)));
  }

  private static double[] inGpus(double[] milli) {
    return Arrays.stream(milli).map(value -> value / MILLI).toArray();
  }
}
