package org.edgetwin.scenarios.model;

/** The routers a service can name. */
public enum RouterChoice {
  /** One replica after the other. */
  ROUND_ROBIN,
  /** The replica with the fewest requests. */
  LEAST_OUTSTANDING,
  /** Requests that share a prefix go to one replica. */
  PREFIX_AFFINITY
}
