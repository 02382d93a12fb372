package org.edgetwin.sim.scheduling;

import java.util.Set;
import org.edgetwin.sim.job.JobSpec;

/** A cluster that a scheduler can drive: simulated or live. */
public interface ClusterEngine {
  /** Number of virtual clusters; each has a queue and a scheduler of its own. */
  int virtualClusterCount();

  /** What the scheduler of one virtual cluster sees now. */
  ClusterView observe(int virtualCluster);

  /** Submits a job now. */
  void submit(JobSpec job);

  /**
   * Carries out what the scheduler of one virtual cluster decided.
   *
   * @throws IllegalStateException if an action cannot be; the actions before it have been carried
   *     out
   */
  void apply(int virtualCluster, Decision decision);

  /** How the cluster is. */
  Health health();

  /** What the cluster can do. */
  Set<Capability> capabilities();

  /**
   * How a cluster is.
   *
   * @param nodesUp nodes that take jobs
   * @param nodesAway nodes that are drained, failed or gone
   */
  record Health(int nodesUp, int nodesAway) {
    /** Whether at least one node takes jobs. */
    public boolean alive() {
      return nodesUp > 0;
    }
  }
}
