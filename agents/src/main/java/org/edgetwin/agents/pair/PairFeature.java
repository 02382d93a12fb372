package org.edgetwin.agents.pair;

/** What a node means for the job that was picked. All are 0 where the choice is not legal. */
public enum PairFeature {
  /** Log of the seconds from now to the predicted end there. */
  LOG_FINISH,
  /** Log of the predicted duration there. */
  LOG_DURATION,
  /** 1 if the job would have to wait. */
  WAITS,
  /** Log of (1 + seconds until it could start). */
  LOG_DELAY,
  /** 1 if running jobs would be preempted for it. */
  PREEMPTS,
  /** Log of (1 + GPU-seconds left of those, over its own). */
  LOG_VICTIMS,
  /** What is believed of the log slow-down. */
  BELIEF_MEAN,
  /** The standard deviation of that. */
  BELIEF_SD,
  /** Log speed there, less the mean over the nodes that accept the job. */
  ADVANTAGE,
  /** Log of the GPU's FP32 rate, TFLOP/s, less 2.3, times log of the work left, less 8. */
  SPEED_FOR_WORK,
  /** GPUs that would stay free, over those of the node. */
  LEFT_OVER,
  /** 1 if a running job would move. */
  MIGRATES,
  /** Log of how much its neighbours there slow it. */
  LOG_NEIGHBOURS,
  /** Log of how much those on the same GPU would slow it; 0 on GPUs of its own. */
  LOG_SHARING,
  /** Log of (1 + seconds by which those would end later, over the seconds to its own end). */
  LOG_COST;

  public static final int COUNT = values().length;

  /** Where it stands in an array of features. */
  @SuppressWarnings("EnumOrdinal") // The order is the schema, whose version says what it means.
  int column() {
    return ordinal();
  }
}
