package org.edgetwin.sim.experiment;

/**
 * Names one run of an experiment.
 *
 * @param scheduler name of the scheduler, as {@link RunFactory} understands it
 * @param replication 1 for the first
 */
public record RunKey(String scheduler, int replication) {
  public RunKey {
    if (replication < 1) {
      throw new IllegalArgumentException("The replication (" + replication + ") is not positive.");
    }
  }
}
