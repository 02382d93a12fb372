package org.edgetwin.sim.policies.hived;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.edgetwin.sim.fleet.FleetView;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.AllocationPlan;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Placement;

/**
 * What a virtual cluster sees of its cells: a cluster of its own, in which the jobs of others only
 * ever take CPU and memory. Everything about jobs, time and predictions is as in the view below.
 */
final class PrivateCluster implements ClusterView {
  private final ClusterView view;
  private final PrivateFleet fleet;
  private final PrivatePlan plan;

  /** Indices of the groups that may be used and have own cells. */
  private final int[] groupArray;

  PrivateCluster(ClusterView view, PrivateFleet fleet) {
    this.view = view;
    this.fleet = fleet;
    plan = new PrivatePlan(view.plan(), fleet);
    groupArray =
        IntStream.range(0, view.groupCount())
            .map(i -> view.group(i).index())
            .filter(group -> fleet.group(group).nodeCount() > 0)
            .toArray();
  }

  /** Whether it shows that view. */
  boolean isOf(ClusterView other) {
    return view == other && fleet.isOf(other.fleet());
  }

  @Override
  public FleetView fleet() {
    return fleet;
  }

  @Override
  public AllocationPlan plan() {
    return plan;
  }

  @Override
  public int groupCount() {
    return groupArray.length;
  }

  @Override
  public NodeGroupView group(int i) {
    return fleet.group(groupArray[i]);
  }

  /** At most as many as free cells can hold, one gang on each node. */
  @Override
  public int freeGpus() {
    int free = 0;
    for (int group : groupArray) {
      free += fleet.group(group).freeGpus();
    }
    return Math.min(free, view.freeGpus());
  }

  @Override
  public int capacityGpus() {
    int own = 0;
    for (int group : groupArray) {
      own += fleet.group(group).gpuCount();
    }
    return Math.min(own, view.capacityGpus());
  }

  @Override
  public boolean isPool() {
    return false;
  }

  @Override
  public double now() {
    return view.now();
  }

  @Override
  public int virtualCluster() {
    return view.virtualCluster();
  }

  @Override
  public JobView job(int id) {
    return view.job(id);
  }

  @Override
  public int queuedCount() {
    return view.queuedCount();
  }

  @Override
  public int runningCount() {
    return view.runningCount();
  }

  @Override
  public void forEachQueued(IntConsumer action) {
    view.forEachQueued(action);
  }

  @Override
  public void forEachRunning(IntConsumer action) {
    view.forEachRunning(action);
  }

  @Override
  public int[] nodesOf(JobView job) {
    return view.nodesOf(job);
  }

  @Override
  public int gpusOn(JobView job, int node) {
    return view.gpusOn(job, node);
  }

  @Override
  public boolean holdsGpu(JobView job, int node, int gpu) {
    return view.holdsGpu(job, node, gpu);
  }

  @Override
  public boolean wholeGpusOnly() {
    return view.wholeGpusOnly();
  }

  @Override
  public double attainedService(JobView job) {
    return view.attainedService(job);
  }

  @Override
  public double serviceReachedAt(JobView job, double gpuSeconds, Placement placement) {
    return view.serviceReachedAt(job, gpuSeconds, placement);
  }

  @Override
  public double runningSeconds(JobView job) {
    return view.runningSeconds(job);
  }

  @Override
  public double predictedWork(JobView job) {
    return view.predictedWork(job);
  }

  @Override
  public double predictedRemaining(JobView job) {
    return view.predictedRemaining(job);
  }

  @Override
  public double predictedDuration(JobView job, NodeGroupView group, boolean manyNodes) {
    return view.predictedDuration(job, group, manyNodes);
  }

  @Override
  public double predictedEnd(JobView job) {
    return view.predictedEnd(job);
  }

  @Override
  public double stagingSeconds(JobView job, int node) {
    return view.stagingSeconds(job, node);
  }

  @Override
  public double observedSlowdown(JobView job) {
    return view.observedSlowdown(job);
  }

  @Override
  public int attemptNode(JobView job) {
    return view.attemptNode(job);
  }

  @Override
  public double hostRetained(JobView job, int node) {
    return view.hostRetained(job, node);
  }

  @Override
  public double gpuRetained(JobView job, int node, int[] others, int count) {
    return view.gpuRetained(job, node, others, count);
  }

  @Override
  public double trueSlowdown(JobView job, int node) {
    return view.trueSlowdown(job, node);
  }

  @Override
  public double predictedSpeed(JobView job, NodeGroupView group, boolean manyNodes) {
    return view.predictedSpeed(job, group, manyNodes);
  }

  @Override
  public int batch(JobView job) {
    return view.batch(job);
  }

  @Override
  public int bestBatch(JobView job, NodeGroupView group, int gpus, int nodes) {
    return view.bestBatch(job, group, gpus, nodes);
  }

  @Override
  public double predictedGoodput(JobView job, NodeGroupView group, int gpus, int nodes, int batch) {
    return view.predictedGoodput(job, group, gpus, nodes, batch);
  }
}
