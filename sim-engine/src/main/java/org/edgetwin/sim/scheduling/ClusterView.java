package org.edgetwin.sim.scheduling;

import java.util.function.IntConsumer;
import org.edgetwin.sim.fleet.FleetView;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.job.JobView;

/**
 * What a scheduler sees of one virtual cluster: a window on live state, valid during the call only.
 * No copy is made for a decision.
 *
 * <p>How long jobs take and how fast GPUs are comes from the {@code predicted...} methods alone, as
 * far as the declared {@link Knowledge} goes; asking for more is an {@link IllegalStateException}.
 */
public interface ClusterView {
  /** Seconds since the start of the run. */
  double now();

  /** The virtual cluster seen. */
  int virtualCluster();

  /**
   * A job in the system by its index; null once the scheduler has been told of its end. What has
   * ended is in the records of the run.
   */
  JobView job(int id);

  int queuedCount();

  int runningCount();

  /** Queued jobs, in no particular order. */
  void forEachQueued(IntConsumer action);

  /** Running jobs, in no particular order. */
  void forEachRunning(IntConsumer action);

  /**
   * Nodes on which a running job holds GPUs; empty if it does not run. The array must not be
   * changed.
   */
  int[] nodesOf(JobView job);

  /** GPUs of a node that a running job holds or shares. */
  int gpusOn(JobView job, int node);

  /** Whether a running job holds or shares one GPU of a node. */
  boolean holdsGpu(JobView job, int node, int gpu);

  /** All machines, with the overlay of {@link #plan()}. */
  FleetView fleet();

  /** Number of node groups that this virtual cluster may use. */
  int groupCount();

  /** The i-th node group that this virtual cluster may use. */
  NodeGroupView group(int i);

  /** GPUs of the usable groups on nodes that are up, at most the quota. */
  int capacityGpus();

  /** GPUs free in the plan, at most what the quota leaves. */
  int freeGpus();

  /**
   * Whether GPUs are all that counts: one group, no sharing, no demand of any job in the system
   * beyond whole GPUs that may stand anywhere. Then a job fits if and only if its gang is not
   * larger than {@link #freeGpus()}.
   */
  boolean isPool();

  /** Whether every job in the system needs at least one GPU that nobody else holds. */
  boolean wholeGpusOnly();

  AllocationPlan plan();

  /**
   * GPU-seconds of work done so far: what attained-service schedulers count. Restarts do not count.
   */
  double attainedService(JobView job);

  /**
   * When a job's attained service will reach a value if nothing changes, restart included: an
   * observer reads it off the progress of a running job, and off the speed table for one that is
   * about to start.
   *
   * @param placement GPUs on which it is to start now; null for a running job
   * @return seconds since the start of the run; not before now
   */
  double serviceReachedAt(JobView job, double gpuSeconds, Placement placement);

  /** Seconds of the present attempt that have passed; 0 if it is not running. */
  double runningSeconds(JobView job);

  /** Predicted work of a job, reference seconds. */
  double predictedWork(JobView job);

  /**
   * Predicted work left, reference seconds, without restart costs. Work done so far is seen, as the
   * steps of a training are. If the truth is not known, at least a twentieth of the predicted work
   * is taken to be left.
   */
  double predictedRemaining(JobView job);

  /**
   * Predicted wall-clock seconds from a start now in a group until the end, restart included,
   * without staging, which depends on the node.
   */
  double predictedDuration(JobView job, NodeGroupView group, boolean manyNodes);

  /**
   * Predicted instant at which a running job ends, at the pace that its progress shows; never
   * before now.
   */
  double predictedEnd(JobView job);

  /**
   * How long a job would wait for its data if it started on a node now and nothing else moved: a
   * lower bound, from what is in the node's cache and the rates of lines.
   *
   * @return seconds; 0 if all is there, or if the cluster has no network
   */
  double stagingSeconds(JobView job, int node);

  /**
   * How many times as long the present or last attempt of a job took for its work as tables of
   * speed and contention say, measured from its progress, with an error. That is what tells
   * machines of one model apart.
   *
   * @return NaN if there was no progress, the gang was on several machines, or machines are alike
   */
  double observedSlowdown(JobView job);

  /** The machine of the present or last attempt of a job; -1 if there were several or none. */
  int attemptNode(JobView job);

  /**
   * What a job would keep of its speed beside those who are on a machine now; 1 for a scheduler
   * without knowledge of speeds.
   */
  double hostRetained(JobView job, int node);

  /**
   * What a job would keep of its speed if it shared a GPU of a machine with some others; 1 for a
   * scheduler without knowledge of speeds.
   *
   * @param others ids of jobs in the system; only the first {@code count} are read
   * @return 1 when alone; 0 when the jobs do not fit together
   */
  double gpuRetained(JobView job, int node, int[] others, int count);

  /**
   * The true factor by which a machine is slower for a job than its model promises, now.
   *
   * @throws IllegalStateException unless the scheduler declares {@link SpeedKnowledge#ORACLE}
   */
  double trueSlowdown(JobView job, int node);

  /** Predicted speed of a job in a group, alone; 1 on the reference GPU. */
  double predictedSpeed(JobView job, NodeGroupView group, boolean manyNodes);

  /** Samples of a step of an elastic job, over its whole gang. */
  int batch(JobView job);

  /**
   * The batch with which an elastic job would get on fastest with a gang, by the noise of its
   * gradients as it is now; the present one if it may not change.
   *
   * @param nodes nodes of the gang
   * @throws IllegalStateException unless the scheduler declares knowledge of speeds
   */
  int bestBatch(JobView job, NodeGroupView group, int gpus, int nodes);

  /**
   * Goodput of an elastic job with a gang, by the noise of its gradients as it is now: reference
   * seconds of work per second; 0 where it cannot run.
   *
   * @param nodes nodes of the gang
   * @throws IllegalStateException unless the scheduler declares knowledge of speeds
   */
  double predictedGoodput(JobView job, NodeGroupView group, int gpus, int nodes, int batch);
}
