package org.edgetwin.agents.pair;

/** What the orderer sees of a job. Logarithms are natural; durations in seconds. */
public enum JobFeature {
  /** Log of the predicted work left, seconds on the reference GPU. */
  LOG_REMAINING,
  /** Log of the number of GPUs. */
  LOG_GPUS,
  /** Log of the predicted duration on the machine that is best for it. */
  LOG_BEST_DURATION,
  /** Log of (1 + seconds since submission). */
  LOG_AGE,
  /** 1 if it holds GPUs. */
  RUNNING,
  /** Log of the mean duration over the machines, against the best: how much the choice matters. */
  LOG_SPREAD,
  /** 1 if it waits and has run before, so that it pays its restart. */
  RESTARTS,
  /** Work done over predicted work, at most 3: above 1 the estimate was too low. */
  PROGRESS,
  /** 1 if GPUs are free for it now. */
  CAN_START,
  /** Log of the duration on the best machine that is free now, against the best; 3 if none is. */
  LOG_REGRET,
  /** Log of (1 + seconds of the present attempt). */
  LOG_RUNNING,
  /** Log of what is left where it runs, against a free machine; 0 if nothing better is free. */
  LOG_MIGRATION_GAIN;

  public static final int COUNT = values().length;

  /** Where it stands in an array of features. */
  @SuppressWarnings("EnumOrdinal") // The order is the schema, whose version says what it means.
  int column() {
    return ordinal();
  }
}
