package org.edgetwin.sim.variation;

import org.edgetwin.gpu.WorkloadClass;

/** The machines of one run as they are now. Not thread-safe. */
public interface MachineVariation {
  /**
   * How many times as long a job takes on a machine as on one of the same model that is exactly as
   * promised; positive.
   *
   * @param node index of the machine in the fleet
   */
  double slowdown(int node, WorkloadClass workload);

  /** When the machines change next, seconds; positive infinity if never. */
  double nextChange();

  /** The machines change: it is {@link #nextChange()} now. */
  void change();

  /**
   * Whether the last {@link #change} may have changed a machine. Jobs on those that it left alone
   * are not touched.
   */
  default boolean hasChanged(int node) {
    return true;
  }

  /** Whether machines change by being used, so that {@link #loadChanged} must be called. */
  default boolean feelsLoad() {
    return false;
  }

  /**
   * The first job has come to a machine, or the last one has gone. The next change may be another
   * one from now on.
   *
   * @param loaded whether it has jobs now
   * @param now seconds
   */
  default void loadChanged(int node, boolean loaded, double now) {}

  /** An independent copy that continues like this one. */
  MachineVariation copy();
}
