package org.edgetwin.agents.pair;

import org.edgetwin.sim.experiment.PreparedRun;
import org.edgetwin.sim.experiment.RunFactory;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.SpeedKnowledge;

/** {@link UnequalCluster} as a scenario: each replication has another seed. */
public final class UnequalRuns implements RunFactory {
  @Override
  public String scenario() {
    return "unequal";
  }

  @Override
  public long seed() {
    return 0;
  }

  @Override
  public PreparedRun create(String scheduler, int replication) {
    return UnequalCluster.run(replication);
  }

  @Override
  public Knowledge knowledge(String scheduler) {
    return new Knowledge(DurationKnowledge.NOISY, SpeedKnowledge.MATRIX);
  }

  @Override
  public boolean replicable() {
    return true;
  }

  @Override
  public String replicationMethod() {
    return "Every replication is another run.";
  }
}
