package org.edgetwin.agents.pair;

/** What the orderer sees of the whole cluster. */
public enum GlobalFeature {
  /** Log of (1 + queued jobs). */
  LOG_QUEUED,
  /** Log of (1 + running jobs). */
  LOG_RUNNING,
  /** Free GPUs over GPUs. */
  FREE_SHARE,
  /** Log of (1 + GPUs that queued jobs ask for, over GPUs). */
  LOG_DEMAND,
  /** Jobs picked so far in this pass, over 10. */
  PICKED;

  public static final int COUNT = values().length;

  /** Where it stands in an array of features. */
  @SuppressWarnings("EnumOrdinal") // The order is the schema, whose version says what it means.
  int column() {
    return ordinal();
  }
}
