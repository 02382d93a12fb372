package org.edgetwin.sim.engine;

import java.util.function.IntConsumer;
import org.edgetwin.sim.fleet.Allocation;
import org.edgetwin.sim.fleet.FleetView;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.AllocationPlan;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.Slice;
import org.edgetwin.sim.scheduling.SpeedKnowledge;

/**
 * The window on one virtual cluster. It shows predictions only as far as the declared knowledge
 * goes.
 */
final class TenantView implements ClusterView {
  /** Share of its estimate that a job is taken to have left once it has outrun it. */
  private static final double OVERRUN_SHARE = 0.05;

  private static final int[] NOWHERE = {};

  private final SimulatedCluster cluster;
  private final Tenant tenant;

  TenantView(SimulatedCluster cluster, Tenant tenant) {
    this.cluster = cluster;
    this.tenant = tenant;
  }

  @Override
  public double now() {
    return cluster.now();
  }

  @Override
  public int virtualCluster() {
    return tenant.index;
  }

  @Override
  public JobView job(int id) {
    return cluster.job(id);
  }

  @Override
  public int queuedCount() {
    return tenant.queued.size();
  }

  @Override
  public int runningCount() {
    return tenant.running.size();
  }

  @Override
  public void forEachQueued(IntConsumer action) {
    tenant.queued.forEach(action);
  }

  @Override
  public void forEachRunning(IntConsumer action) {
    tenant.running.forEach(action);
  }

  @Override
  public int[] nodesOf(JobView job) {
    Allocation allocation = cluster.job(job.id()).allocation;
    return allocation == null ? NOWHERE : allocation.nodes();
  }

  @Override
  public int gpusOn(JobView job, int node) {
    return Long.bitCount(maskOn(job, node));
  }

  @Override
  public boolean holdsGpu(JobView job, int node, int gpu) {
    return (maskOn(job, node) >>> gpu & 1) != 0;
  }

  private long maskOn(JobView job, int node) {
    Allocation allocation = cluster.job(job.id()).allocation;
    int[] nodes = nodesOf(job);
    for (int i = 0; i < nodes.length; i++) {
      if (nodes[i] == node) {
        return allocation.gpuMasks()[i];
      }
    }
    return 0;
  }

  @Override
  public FleetView fleet() {
    return cluster.fleet();
  }

  @Override
  public int groupCount() {
    return tenant.groupArray.length;
  }

  @Override
  public NodeGroupView group(int i) {
    return cluster.fleet().group(tenant.groupArray[i]);
  }

  @Override
  public int capacityGpus() {
    int sum = 0;
    for (int group : tenant.groupArray) {
      sum += cluster.fleet().upGpus(group);
    }
    return Math.min(sum, cluster.fleet().virtualCluster(tenant.index).quotaGpus());
  }

  @Override
  public int freeGpus() {
    int sum = 0;
    for (int group : tenant.groupArray) {
      sum += cluster.fleet().group(group).freeGpus();
    }
    return Math.min(sum, cluster.fleet().quotaLeft(tenant.index));
  }

  @Override
  public boolean isPool() {
    return tenant.unplainJobs == 0
        && tenant.groupArray.length == 1
        && cluster.churn().drainingNodes() == 0
        && (cluster.fleet().virtualClusterCount() == 1
            || group(0).virtualCluster() == tenant.index);
  }

  @Override
  public boolean wholeGpusOnly() {
    return tenant.partialJobs == 0;
  }

  @Override
  public AllocationPlan plan() {
    return cluster.plan();
  }

  @Override
  public double attainedService(JobView job) {
    return job.gpus() * cluster.job(job.id()).doneWork(now());
  }

  @Override
  public double serviceReachedAt(JobView view, double gpuSeconds, Placement placement) {
    Job job = cluster.job(view.id());
    double restart = job.spec.recovery().restartSeconds();
    double begin;
    double rate;
    if (placement != null) {
      begin = now() + stagingSeconds(job, placement) + (job.startCount > 0 ? restart : 0);
      int group = cluster.fleet().node(placement.slices().get(0).node()).group();
      rate = job.speed(group, placement.slices().size() > 1);
    } else {
      begin = job.runTime(now());
      rate = job.rate > 0 ? job.rate : nominalRate(job);
    }
    double left = gpuSeconds - attainedService(job);
    return left <= 0 ? now() : begin + left / (job.gpus() * rate);
  }

  /** Until the slowest machine has what it needs. */
  private double stagingSeconds(Job job, Placement placement) {
    double longest = 0;
    if (cluster.staging() != null) {
      for (Slice slice : placement.slices()) {
        longest = Math.max(longest, cluster.staging().seconds(job, slice.node()));
      }
    }
    return longest;
  }

  @Override
  public double stagingSeconds(JobView job, int node) {
    return cluster.staging() == null ? 0 : cluster.staging().seconds(cluster.job(job.id()), node);
  }

  /** Of a job that holds GPUs but is not running yet, as the tables say. */
  private double nominalRate(Job job) {
    return cluster.rates().nominalRate(job);
  }

  @Override
  public double observedSlowdown(JobView view) {
    Job job = cluster.job(view.id());
    boolean measurable =
        cluster.rates().machinesVary() && job.attemptWork > 0 && job.attemptNode >= 0;
    return measurable
        ? job.nominalWork / job.attemptWork * Math.exp(job.logMeasurementError)
        : Double.NaN;
  }

  @Override
  public int attemptNode(JobView view) {
    return cluster.job(view.id()).attemptNode;
  }

  @Override
  public double hostRetained(JobView view, int node) {
    return tenant.knowledge.speed() == SpeedKnowledge.NONE
        ? 1
        : cluster.rates().hostRetained(cluster.job(view.id()), node);
  }

  @Override
  public double gpuRetained(JobView view, int node, int[] others, int count) {
    return tenant.knowledge.speed() == SpeedKnowledge.NONE
        ? 1
        : cluster.rates().gpuRetained(cluster.job(view.id()), node, others, count);
  }

  @Override
  public double trueSlowdown(JobView view, int node) {
    if (tenant.knowledge.speed() != SpeedKnowledge.ORACLE) {
      throw new IllegalStateException(
          "The scheduler asks for the true speed of a machine but declares no such knowledge.");
    }
    return cluster.rates().trueSlowdown(cluster.job(view.id()), node);
  }

  @Override
  public double runningSeconds(JobView job) {
    return job.state().holdsGpus() ? now() - job.lastStartTime() : 0;
  }

  @Override
  public double predictedWork(JobView view) {
    Job job = cluster.job(view.id());
    return switch (tenant.knowledge.duration()) {
      case ORACLE -> job.spec.workSeconds();
      case NOISY -> requireEstimate(job);
      case LIMIT -> job.terms().limitSeconds();
      case NONE ->
          throw new IllegalStateException(
              "The scheduler asks for the duration of a job but declares no knowledge of durations.");
    };
  }

  private static double requireEstimate(Job job) {
    double estimate = job.terms().estimateSeconds();
    if (Double.isNaN(estimate)) {
      throw new IllegalStateException(
          "Job "
              + job.name()
              + " has no estimate, and the scheduler needs one. Maybe give the workload estimates.");
    }
    return estimate;
  }

  @Override
  public double predictedRemaining(JobView view) {
    Job job = cluster.job(view.id());
    double left = predictedWork(job) - job.doneWork(now());
    return tenant.knowledge.duration() == DurationKnowledge.ORACLE
        ? left
        : Math.max(left, OVERRUN_SHARE * predictedWork(job));
  }

  @Override
  public double predictedSpeed(JobView view, NodeGroupView group, boolean manyNodes) {
    if (tenant.knowledge.speed() == SpeedKnowledge.NONE) {
      return 1;
    }
    return cluster.job(view.id()).speed(group.index(), manyNodes);
  }

  @Override
  public int batch(JobView view) {
    return elastic(view).batch;
  }

  @Override
  public int bestBatch(JobView view, NodeGroupView group, int gpus, int nodes) {
    requireSpeeds();
    return elastic(view).bestBatch(group.index(), gpus, nodes, doneWork(view));
  }

  @Override
  public double predictedGoodput(
      JobView view, NodeGroupView group, int gpus, int nodes, int batch) {
    requireSpeeds();
    ElasticRun run = elastic(view);
    return run.accepts(group.index())
        ? run.rate(group.index(), gpus, nodes, batch, doneWork(view))
        : 0;
  }

  private double doneWork(JobView view) {
    return cluster.job(view.id()).doneWork(now());
  }

  private void requireSpeeds() {
    if (tenant.knowledge.speed() == SpeedKnowledge.NONE) {
      throw new IllegalStateException(
          "The scheduler asks for the goodput of a job but declares no knowledge of speeds.");
    }
  }

  private ElasticRun elastic(JobView view) {
    ElasticRun run = cluster.job(view.id()).elastic;
    if (run == null) {
      throw new IllegalStateException("The job " + view.name() + " is rigid.");
    }
    return run;
  }

  @Override
  public double predictedDuration(JobView view, NodeGroupView group, boolean manyNodes) {
    Job job = cluster.job(view.id());
    double restart = job.startCount > 0 ? job.spec.recovery().restartSeconds() : 0;
    // A limit is wall-clock time, whatever the GPU.
    return tenant.knowledge.duration() == DurationKnowledge.LIMIT
        ? restart + job.terms().limitSeconds()
        : restart + predictedRemaining(job) / predictedSpeed(job, group, manyNodes);
  }

  @Override
  public double predictedEnd(JobView view) {
    Job job = cluster.job(view.id());
    double restart = Lifecycle.restarts(job) ? job.spec.recovery().restartSeconds() : 0;
    double end;
    if (tenant.knowledge.duration() == DurationKnowledge.LIMIT) {
      end = job.lastStartTime + restart + job.terms().limitSeconds();
    } else if (tenant.knowledge.duration() == DurationKnowledge.ORACLE
        && job.milestone == Milestone.COMPLETED) {
      // The engine's own figure, so that a predicted end equals the end to the last bit.
      end = job.time();
    } else {
      double rate = job.rate > 0 ? job.rate : nominalRate(job);
      end = job.runTime(now()) + predictedRemaining(job) / rate;
    }
    return Math.max(now(), end);
  }
}
