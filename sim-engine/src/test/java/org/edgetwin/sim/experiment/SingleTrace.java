package org.edgetwin.sim.experiment;

import org.edgetwin.sim.scheduling.Knowledge;

/** A scenario of which there is one path only, and which is never run. */
final class SingleTrace implements RunFactory {
  @Override
  public String scenario() {
    return "trace";
  }

  @Override
  public long seed() {
    return 1;
  }

  @Override
  public PreparedRun create(String scheduler, int replication) {
    throw new AssertionError("not to be run");
  }

  @Override
  public Knowledge knowledge(String scheduler) {
    return Knowledge.NONE;
  }

  @Override
  public boolean replicable() {
    return false;
  }

  @Override
  public String replicationMethod() {
    return "its five jobs are listed one by one.";
  }
}
