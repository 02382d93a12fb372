package org.edgetwin.scenarios.model;

/** What a later replication makes of a replayed trace. */
public enum Resampling {
  /** Days drawn again, within virtual cluster and weekday. */
  DAY_BLOCKS,
  /** The same trace again. */
  NONE
}
