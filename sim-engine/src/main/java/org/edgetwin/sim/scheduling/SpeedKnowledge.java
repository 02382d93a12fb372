package org.edgetwin.sim.scheduling;

/** What a scheduler knows of how fast a job runs on a GPU model, weakest first. */
public enum SpeedKnowledge {
  /** All GPUs look alike. */
  NONE,
  /**
   * The table of speeds by workload class and GPU model, and the models of what neighbours take;
   * not how machines of one model differ.
   */
  MATRIX,
  /**
   * The table, and the true factor of every machine as it is now: for bounds, not for schedulers.
   */
  ORACLE
}
