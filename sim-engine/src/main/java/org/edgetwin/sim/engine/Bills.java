package org.edgetwin.sim.engine;

import org.edgetwin.sim.job.Demand;
import org.jspecify.annotations.Nullable;

/**
 * What jobs pay, and to which node group: by the hour at the price agreed at their start, by the
 * hour at the price of the moment on a spot market, or by the call.
 */
final class Bills {
  private static final double SECONDS_PER_HOUR = 3600;
  private static final double MILLI = Demand.WHOLE_GPU;

  private final SimulatedCluster cluster;

  /** Null where no price moves. */
  private final @Nullable Pricing pricing;

  private final double[] rentUsdByGroup;
  private final double[] callsUsdByGroup;

  /** Whether what a group's jobs pay is not always its posted price. */
  private boolean unusual;

  Bills(SimulatedCluster cluster) {
    this.cluster = cluster;
    rentUsdByGroup = new double[cluster.fleet().groupCount()];
    callsUsdByGroup = new double[rentUsdByGroup.length];
    pricing = Pricing.begin(cluster);
    unusual = pricing != null;
  }

  /** For a fork. */
  Bills(SimulatedCluster cluster, Bills other) {
    this.cluster = cluster;
    rentUsdByGroup = other.rentUsdByGroup.clone();
    callsUsdByGroup = other.callsUsdByGroup.clone();
    unusual = other.unusual;
    pricing = Pricing.copy(cluster, other.pricing);
  }

  @Nullable Pricing pricing() {
    return pricing;
  }

  /** Whether a job may start in a group, were its GPUs free. */
  boolean accepts(Job job, int group) {
    return job.accepts(group) && (pricing == null || pricing.allows(job, group));
  }

  /** A job has got its GPUs. */
  void open(Job job) {
    unusual |= job.terms().paysPerCall();
    job.billedTime = cluster.now();
    job.priceUsdPerGpuHour =
        job.terms().paysPerCall()
            ? 0
            : cluster.fleet().group(job.allocation.group()).priceUsdPerGpuHour();
  }

  /** A job pays for what it has held since its last bill. */
  void settle(Job job) {
    double usd = openUsd(job);
    job.billedTime = cluster.now();
    job.costUsd += usd;
    rentUsdByGroup[job.allocation.group()] += usd;
  }

  /** A job was done on GPUs of a group. */
  void called(Job job) {
    if (job.terms().paysPerCall()) {
      job.costUsd += job.terms().pricePerCallUsd();
      callsUsdByGroup[job.lastGroup] += job.terms().pricePerCallUsd();
    }
  }

  /** The price of a group has become another one: the spot jobs on it pay it from now on. */
  void repriced(Job job, double usdPerGpuHour) {
    if (!job.terms().paysPerCall()) {
      settle(job);
      job.priceUsdPerGpuHour = usdPerGpuHour;
    }
  }

  /** What a job that holds GPUs has not paid yet, USD. */
  double openUsd(Job job) {
    double seconds = cluster.now() - job.billedTime;
    return seconds
        / SECONDS_PER_HOUR
        * job.allocation.totalMilli()
        / MILLI
        * job.priceUsdPerGpuHour;
  }

  /** What jobs have paid for GPU-hours of a group, running ones up to now, USD. */
  double[] rentUsdByGroup() {
    double[] usd = rentUsdByGroup.clone();
    for (int vc = 0; vc < cluster.virtualClusterCount(); vc++) {
      JobList running = cluster.tenant(vc).running;
      for (int i = 0; i < running.size(); i++) {
        usd[running.get(i).allocation.group()] += openUsd(running.get(i));
      }
    }
    return usd;
  }

  /** What jobs have paid by the call for being done on a group, USD. */
  double callsUsd(int group) {
    return callsUsdByGroup[group];
  }

  /** Whether prices move or some job paid by the call. */
  boolean unusual() {
    return unusual;
  }

  /** What the GPUs held now cost, USD per second; O(running jobs) where bills are unusual. */
  double feeUsdPerSecond() {
    if (!unusual) {
      return cluster.recorder().postedFeeUsdPerSecond();
    }
    double usdPerHour = 0;
    for (int vc = 0; vc < cluster.virtualClusterCount(); vc++) {
      JobList running = cluster.tenant(vc).running;
      for (int i = 0; i < running.size(); i++) {
        Job job = running.get(i);
        usdPerHour += job.allocation.totalMilli() / MILLI * job.priceUsdPerGpuHour;
      }
    }
    return usdPerHour / SECONDS_PER_HOUR;
  }
}
