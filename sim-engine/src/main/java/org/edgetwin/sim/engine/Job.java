package org.edgetwin.sim.engine;

import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.sim.fleet.Allocation;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.Elasticity;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.JobState;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.job.StageTimes;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.kernel.EngineEvent;
import org.edgetwin.sim.kernel.EventHost;
import org.edgetwin.sim.kernel.Phase;
import org.jspecify.annotations.Nullable;

/**
 * One job in the cluster. Work is fluid: while it runs, {@code done += rate * dt}. Whoever changes
 * the rate settles first. All times in seconds; only the classes of this package change it.
 *
 * <p>A job that holds GPUs has one pending event, its next {@link Milestone}, or none while it
 * waits for data without a limit; the job is that event itself.
 */
final class Job extends EngineEvent implements JobView {
  final int id;
  final JobSpec spec;
  final Shape shape;

  /** Null for a rigid job. */
  final @Nullable ElasticRun elastic;

  /** Null for a job that has never held anything but its demand. */
  @Nullable GangAccount account;

  /** Whether it holds the GPUs of a replica of a service, and only ends when that does. */
  boolean replica;

  JobState state = JobState.QUEUED;

  /** Position in the list of queued or running jobs of its virtual cluster. */
  int listPosition = -1;

  /** Work done, reference seconds, as of {@code settledTime}. */
  double doneWork;

  /** Work that a failure cannot take away. */
  double savedWork;

  /** Running seconds since the last checkpoint. */
  double unsavedSeconds;

  /** Running seconds between two checkpoints in the present attempt. */
  double checkpointInterval;

  /** Reference seconds of work per second; 0 unless running. */
  double rate;

  /** The rate if the machine were exactly as promised; 0 where nobody asks for it. */
  double nominalRate;

  /** What {@code nominalRate} and {@code rate} add up to in the present or last attempt. */
  double nominalWork;

  double attemptWork;

  /** Error of a measurement of this job's slow-down, in its logarithm. */
  double logMeasurementError;

  double settledTime;

  double firstStartTime = Double.NaN;
  double lastStartTime = Double.NaN;
  double endTime = Double.NaN;
  int startCount;
  int preemptionCount;
  int failureCount;

  /** Time with GPUs held. */
  double heldSeconds;

  /** Time running, whether the progress was kept or not. */
  double runningSeconds;

  /** Running time whose progress was lost. */
  double lostSeconds;

  /** What was billed so far. */
  double costUsd;

  /** Up to when the present attempt was billed. */
  double billedTime;

  /** What the present attempt pays for a GPU and hour. */
  double priceUsdPerGpuHour;

  Allocation allocation;

  /** When its lease ends, whole steps or not; positive infinity without one. */
  double leaseEnd = Double.POSITIVE_INFINITY;

  /** How far its lease goes, reference seconds; undefined without one. */
  double leaseWork;

  /** Node group of the present or last attempt, or -1. */
  int lastGroup = -1;

  /** The machine of the present or last attempt; -1 if there were several or none. */
  int attemptNode = -1;

  /** What the pending event is. */
  Milestone milestone;

  /** What it has on the network; null if there is none. */
  final Traffic traffic;

  private final SimulatedCluster cluster;

  Job(int id, JobSpec spec, Shape shape, SimulatedCluster cluster) {
    this(id, spec, shape, null, cluster);
  }

  Job(int id, JobSpec spec, Shape shape, @Nullable ElasticRun elastic, SimulatedCluster cluster) {
    this(id, spec, shape, elastic, cluster.staging() == null ? null : new Traffic(), cluster);
  }

  private Job(
      int id,
      JobSpec spec,
      Shape shape,
      @Nullable ElasticRun elastic,
      Traffic traffic,
      SimulatedCluster cluster) {
    super(cluster.kernel(), Phase.COMPLETION);
    this.elastic = elastic;
    account = elastic == null ? null : new GangAccount(spec.demand().gpus());
    this.traffic = traffic;
    this.cluster = cluster;
    this.id = id;
    this.spec = spec;
    this.shape = shape;
  }

  Job(Job other, SimulatedCluster cluster) {
    this(
        other.id,
        other.spec,
        other.shape,
        other.elastic == null ? null : new ElasticRun(other.elastic),
        other.traffic == null ? null : new Traffic(other.traffic),
        cluster);
    account = other.account == null ? null : new GangAccount(other.account);
    replica = other.replica;
    state = other.state;
    listPosition = other.listPosition;
    doneWork = other.doneWork;
    savedWork = other.savedWork;
    unsavedSeconds = other.unsavedSeconds;
    checkpointInterval = other.checkpointInterval;
    rate = other.rate;
    nominalRate = other.nominalRate;
    nominalWork = other.nominalWork;
    attemptWork = other.attemptWork;
    logMeasurementError = other.logMeasurementError;
    settledTime = other.settledTime;
    firstStartTime = other.firstStartTime;
    lastStartTime = other.lastStartTime;
    endTime = other.endTime;
    startCount = other.startCount;
    preemptionCount = other.preemptionCount;
    failureCount = other.failureCount;
    heldSeconds = other.heldSeconds;
    runningSeconds = other.runningSeconds;
    lostSeconds = other.lostSeconds;
    costUsd = other.costUsd;
    billedTime = other.billedTime;
    priceUsdPerGpuHour = other.priceUsdPerGpuHour;
    allocation = other.allocation;
    leaseEnd = other.leaseEnd;
    leaseWork = other.leaseWork;
    lastGroup = other.lastGroup;
    attemptNode = other.attemptNode;
    milestone = other.milestone;
  }

  /** Whether it could run in a group, were its GPUs free and their price right. */
  boolean accepts(int group) {
    return elastic == null ? shape.accepts(group) : elastic.accepts(group);
  }

  /** Whether a gang may be of this size. */
  boolean allows(int gpus) {
    return elastic == null ? gpus == spec.demand().gpus() : elastic.allows(gpus);
  }

  /** Speed of the gang that it asks for, alone, 1 on the reference; 0 where it cannot run. */
  double speed(int group, boolean manyNodes) {
    if (elastic == null || !(shape.speed(group, manyNodes) > 0)) {
      return shape.speed(group, manyNodes);
    }
    int perNode = cluster.fleet().group(group).maxGpusPerNode();
    int nodes = manyNodes ? Math.max(2, (gpus() + perNode - 1) / perNode) : 1;
    return elastic.rate(group, gpus(), nodes, doneWork);
  }

  /** Speed of the gang that it holds, alone. */
  double speedAlone() {
    int nodes = allocation.nodes().length;
    return elastic == null
        ? shape.speed(allocation.group(), nodes > 1)
        : elastic.rate(allocation.group(), allocation.gpuCount(), nodes, doneWork);
  }

  /** Sets the next event; none at infinity. */
  void scheduleAt(Milestone next, double time) {
    milestone = next;
    if (time < Double.POSITIVE_INFINITY) {
      scheduleAt(time);
    } else {
      unschedule();
    }
  }

  /** When it runs, as far as can be told from outside: after its data and its restart. */
  double runTime(double now) {
    double restart = spec.recovery().restartSeconds();
    return switch (state) {
      case STAGING ->
          Math.max(now, traffic.expectedTime) + (Lifecycle.restarts(this) ? restart : 0);
      case RESTARTING -> (traffic == null ? lastStartTime : traffic.readyTime) + restart;
      default -> now;
    };
  }

  @Override
  public void actions() {
    cluster.lifecycle().onMilestone(this);
  }

  @Override
  public EngineEvent counterpartIn(EventHost copy) {
    return ((SimulatedCluster) copy).job(id);
  }

  /** Brings work and running time up to now. */
  void settle(double now) {
    if (state == JobState.RUNNING) {
      double passed = now - settledTime;
      doneWork = Math.min(spec.workSeconds(), doneWork + rate * passed);
      runningSeconds += passed;
      if (account != null) {
        account.ran(passed);
      }
      unsavedSeconds += passed;
      nominalWork += nominalRate * passed;
      attemptWork += rate * passed;
    }
    settledTime = now;
  }

  /** A failure cannot take away any more what it has done. */
  void keep() {
    savedWork = doneWork;
    unsavedSeconds = 0;
  }

  /** What was not saved is lost. */
  void fallBack() {
    doneWork = savedWork;
    lostSeconds += unsavedSeconds;
    if (account != null) {
      account.lost(unsavedSeconds);
    }
    unsavedSeconds = 0;
  }

  /** An attempt has ended that held its GPUs so long. */
  void addHeld(double seconds) {
    heldSeconds += seconds;
    if (account != null) {
      account.held(seconds);
    }
  }

  /** Work done as of now, without settling. */
  double doneWork(double now) {
    return state == JobState.RUNNING
        ? Math.min(spec.workSeconds(), doneWork + rate * (now - settledTime))
        : doneWork;
  }

  @Override
  public int id() {
    return id;
  }

  @Override
  public String name() {
    return spec.name();
  }

  @Override
  public double submitTime() {
    return spec.submitTime();
  }

  @Override
  public Demand demand() {
    return spec.demand();
  }

  @Override
  public WorkloadClass workload() {
    return spec.workload();
  }

  @Override
  public int virtualCluster() {
    return spec.virtualCluster();
  }

  @Override
  public Terms terms() {
    return spec.terms();
  }

  @Override
  public int shape() {
    return shape.index();
  }

  @Override
  public int gpus() {
    return spec.demand().gpus();
  }

  @Override
  public @Nullable Elasticity elasticity() {
    return elastic == null ? null : elastic.training().elasticity();
  }

  @Override
  public @Nullable StageTimes stages() {
    return spec.stages();
  }

  @Override
  public JobState state() {
    return state;
  }

  @Override
  public double firstStartTime() {
    return firstStartTime;
  }

  @Override
  public double lastStartTime() {
    return lastStartTime;
  }

  @Override
  public int preemptionCount() {
    return preemptionCount;
  }

  @Override
  public int startCount() {
    return startCount;
  }

  @Override
  public int nodeGroup() {
    return allocation == null ? -1 : allocation.group();
  }
}
