package org.edgetwin.sim.job;

import org.edgetwin.gpu.WorkloadClass;
import org.jspecify.annotations.Nullable;

/**
 * What a scheduler may see of a job: what was asked for and what has happened so far. How long it
 * will take is not here; that comes from {@code ClusterView}, as far as the scheduler's declared
 * knowledge goes.
 */
public interface JobView {
  /** Dense index in order of submission; ties of a policy end here. */
  int id();

  String name();

  double submitTime();

  Demand demand();

  WorkloadClass workload();

  int virtualCluster();

  Terms terms();

  /**
   * Index of the job's shape: jobs of one shape have the same demand, workload class and virtual
   * cluster, so if one of them does not fit, none does.
   */
  int shape();

  /** Number of GPUs in the gang that it asks for. */
  int gpus();

  /** How far it may be changed while it runs; null if not at all. */
  @Nullable Elasticity elasticity();

  /** How long an iteration keeps each resource busy; null if nobody has measured that. */
  @Nullable StageTimes stages();

  JobState state();

  /** First start, or NaN. */
  double firstStartTime();

  /** Start of the present or last attempt, or NaN. */
  double lastStartTime();

  /** How often it was preempted. */
  int preemptionCount();

  /** How often it has started. */
  int startCount();

  /** Index of the node group it runs in, or -1. */
  int nodeGroup();
}
