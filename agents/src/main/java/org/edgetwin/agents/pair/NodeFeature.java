package org.edgetwin.agents.pair;

/** What both agents see of a node. */
public enum NodeFeature {
  /** Log of the non-tensor FP32 rate of its GPUs, TFLOP/s. */
  LOG_TFLOPS,
  /** Log of the memory of its GPUs, GB. */
  LOG_MEMORY,
  /** Log of (1 + its GPUs). */
  LOG_GPUS,
  /** Share of its GPUs that is free in the plan. */
  FREE_SHARE,
  /** GPUs reserved in this pass, over its GPUs. */
  RESERVED_SHARE,
  /** Log of (1 + seconds until the first of its jobs is predicted to end); 0 if it is empty. */
  LOG_FIRST_END,
  /** Log of (1 + seconds until the last one is). */
  LOG_LAST_END,
  /** What is believed of its log slow-down, averaged over the jobs in the system. */
  BELIEF_MEAN,
  /** The standard deviation of that. */
  BELIEF_SD,
  /** 1 if it belongs to a community. */
  COMMUNITY;

  public static final int COUNT = values().length;

  /** Where it stands in an array of features. */
  @SuppressWarnings("EnumOrdinal") // The order is the schema, whose version says what it means.
  int column() {
    return ordinal();
  }
}
