package org.edgetwin.sim.engine;

/**
 * A scheduler asked for something that cannot be. It is a defect of the scheduler, and nothing has
 * been changed.
 */
public final class IllegalDecisionException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public IllegalDecisionException(String message) {
    super(message);
  }
}
