package org.edgetwin.agents.gp;

/**
 * What is believed about the log slow-down of every machine, learned from the jobs that ended on
 * it. A belief is deterministic: the same observations in the same order give the same predictions,
 * bit for bit.
 */
public interface MachineBelief {
  /**
   * Learns from one job.
   *
   * @throws IndexOutOfBoundsException if it knows the machines and this is none of them
   */
  void observe(Observation observation);

  /**
   * What an observation would be.
   *
   * @param machine index of the machine, 0 for the first
   * @param workloadClass index of the job's class; one that was never seen is allowed
   * @param time seconds since the start of the simulation
   * @throws IndexOutOfBoundsException if it knows the machines and this is none of them
   */
  Prediction predict(int machine, int workloadClass, double time);

  /** An independent belief that continues like this one. */
  MachineBelief copy();
}
