package org.edgetwin.sim.metrics;

import org.edgetwin.gpu.WorkloadClass;

/** How much of the power range of its GPUs a job draws. Pure. */
@FunctionalInterface
public interface BusyShare {
  /** Share of the range between idle power and limit, in [0, 1]. */
  double of(WorkloadClass workload);
}
