package org.edgetwin.sim.experiment;

/**
 * How the caller follows and stops an execution.
 *
 * @param listener hears of progress
 * @param cancellation stops it
 */
public record RunControl(ProgressListener listener, Cancellation cancellation) {
  /** Nobody listens or stops. */
  public static RunControl none() {
    return new RunControl(progress -> {}, new Cancellation());
  }
}
