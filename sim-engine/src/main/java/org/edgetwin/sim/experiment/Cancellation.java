package org.edgetwin.sim.experiment;

/** A wish to stop, once and for good. Thread-safe. */
public final class Cancellation {
  private volatile boolean cancelled;

  /** Runs stop soon; what has finished stays. */
  public void cancel() {
    cancelled = true;
  }

  public boolean isCancelled() {
    return cancelled;
  }
}
