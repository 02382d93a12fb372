package org.edgetwin.sim.policies.packing;

import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.ClusterView;

/** How well a job goes with a node on which it fits. */
interface NodeScore {
  /** Best score; the worst is 0. */
  int BEST = 100;

  /** A decision pass begins. */
  default void begin(ClusterView view) {}

  /** An integer from 0 to {@link #BEST}, as plug-ins of Kubernetes give. */
  int of(JobView job, NodeView node);
}
