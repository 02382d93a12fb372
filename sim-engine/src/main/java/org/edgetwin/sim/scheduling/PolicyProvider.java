package org.edgetwin.sim.scheduling;

import java.util.List;

/** Brings policies onto the class path; found through {@code ServiceLoader}. */
public interface PolicyProvider {
  default List<OrderingFactory> orderings() {
    return List.of();
  }

  default List<PlacementFactory> placements() {
    return List.of();
  }

  default List<SchedulerFactory> schedulers() {
    return List.of();
  }
}
