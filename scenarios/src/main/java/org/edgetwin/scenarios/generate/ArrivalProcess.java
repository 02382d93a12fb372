package org.edgetwin.scenarios.generate;

/** A sequence of instants, not descending. Not thread-safe. */
public interface ArrivalProcess {
  /** The next instant, seconds since the start of the run; positive infinity if there is none. */
  double next();

  /** An independent copy in the same state, its streams included. */
  ArrivalProcess copy();
}
