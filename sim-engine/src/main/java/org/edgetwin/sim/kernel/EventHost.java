package org.edgetwin.sim.kernel;

/** A simulation that events act on. */
public interface EventHost {
  /** The kernel that fires the events of this simulation. */
  Kernel kernel();
}
