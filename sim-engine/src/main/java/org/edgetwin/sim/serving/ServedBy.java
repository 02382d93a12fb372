package org.edgetwin.sim.serving;

/**
 * A service with its policies. They are prototypes: a simulation works on copies.
 *
 * @param spec what is served
 * @param router between its replicas
 * @param autoscaler of their number
 */
public record ServedBy(ServiceSpec spec, Router router, Autoscaler autoscaler) {
  /** A service with as many replicas as its least, and the fewest requests to each. */
  public static ServedBy fixed(ServiceSpec spec) {
    return new ServedBy(spec, new LeastOutstanding(), new FixedReplicas());
  }
}
