package org.edgetwin.sim.experiment;

import org.edgetwin.sim.scheduling.Knowledge;

/** A scenario whose user loses patience as the n-th run begins. One thread only. */
final class CancelsBeforeRun implements RunFactory {
  private final RunFactory scenario = new PoissonScenario(2000);
  private final Cancellation cancellation;
  private int left;

  CancelsBeforeRun(Cancellation cancellation, int run) {
    this.cancellation = cancellation;
    left = run;
  }

  @Override
  public PreparedRun create(String scheduler, int replication) {
    if (--left == 0) {
      cancellation.cancel();
    }
    return scenario.create(scheduler, replication);
  }

  @Override
  public String scenario() {
    return scenario.scenario();
  }

  @Override
  public long seed() {
    return scenario.seed();
  }

  @Override
  public Knowledge knowledge(String scheduler) {
    return scenario.knowledge(scheduler);
  }

  @Override
  public boolean replicable() {
    return scenario.replicable();
  }

  @Override
  public String replicationMethod() {
    return scenario.replicationMethod();
  }
}
