package org.edgetwin.sim.scheduling;

/** What a scheduler knows of how long a job takes, weakest first. */
public enum DurationKnowledge {
  NONE,
  /** The limit its user asked for. */
  LIMIT,
  /** A predictor's noisy estimate of its work. */
  NOISY,
  /** The truth. No real scheduler has it; a bound, or a stand-in for perfect estimates. */
  ORACLE
}
