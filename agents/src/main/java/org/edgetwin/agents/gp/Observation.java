package org.edgetwin.agents.gp;

/**
 * How one job ran on one machine.
 *
 * @param machine index of the machine, 0 for the first
 * @param workloadClass index of the job's class, 0 for the first
 * @param time when it was seen, seconds since the start of the simulation
 * @param logSlowdown ln(actual duration / nominal duration); 0 is as fast as nominal
 */
public record Observation(int machine, int workloadClass, double time, double logSlowdown) {
  /**
   * Checks the fields.
   *
   * @throws IllegalArgumentException if an index is negative or a number is not finite
   */
  public Observation {
    if (machine < 0 || workloadClass < 0) {
      throw new IllegalArgumentException(
          "The machine (" + machine + ") or class (" + workloadClass + ") is negative.");
    }
    if (!Double.isFinite(time) || !Double.isFinite(logSlowdown)) {
      throw new IllegalArgumentException(
          "The time (" + time + ") or log slow-down (" + logSlowdown + ") is not finite.");
    }
  }
}
