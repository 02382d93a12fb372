package org.edgetwin.sim.engine;

import org.edgetwin.sim.fleet.Allocation;
import org.edgetwin.sim.fleet.FleetView;
import org.edgetwin.sim.job.JobState;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.scheduling.EngineNotice;

/** Moves jobs from state to state, and keeps machines, rates, milestones and records in step. */
final class Lifecycle {
  private final SimulatedCluster cluster;

  Lifecycle(SimulatedCluster cluster) {
    this.cluster = cluster;
  }

  /** A job enters the queue for the first time. */
  void submit(Job job) {
    Tenant tenant = cluster.tenant(job.virtualCluster());
    if (!job.shape.feasible()) {
      job.state = JobState.REJECTED;
      job.endTime = cluster.now();
      cluster.recorder().ended(job);
      cluster.leave(job);
      return;
    }
    tenant.count(job.shape, 1);
    enqueue(job, tenant);
    if (tenant.hears(EngineNotice.Kind.JOB_ARRIVED)) {
      cluster.tell(tenant, new EngineNotice.JobArrived(tenant.index, job.id));
    }
  }

  private void enqueue(Job job, Tenant tenant) {
    job.state = JobState.QUEUED;
    tenant.queued.add(job);
    cluster.jobs().changeQueue(job, 1);
    cluster.recorder().queueChanged(tenant);
    cluster.due().add(tenant.index);
  }

  private void dequeue(Job job, Tenant tenant) {
    tenant.queued.remove(job);
    cluster.jobs().changeQueue(job, -1);
    cluster.recorder().queueChanged(tenant);
  }

  void requireQueued(Job job) {
    if (job.state != JobState.QUEUED) {
      throw new IllegalDecisionException(
          "Job " + job.name() + " cannot start: it is " + job.state + ".");
    }
  }

  /** A queued job starts on GPUs that have been taken for it. */
  void start(Job job, Allocation allocation) {
    Tenant tenant = cluster.tenant(job.virtualCluster());
    dequeue(job, tenant);
    occupy(job, allocation);
    if (tenant.hears(EngineNotice.Kind.JOB_STARTED)) {
      cluster.tell(tenant, new EngineNotice.JobStarted(tenant.index, job.id));
    }
  }

  /** A job that is in no list begins an attempt on GPUs that have been taken for it. */
  void occupy(Job job, Allocation allocation) {
    cluster.tenant(job.virtualCluster()).running.add(job);
    job.allocation = allocation;
    job.lastGroup = allocation.group();
    if (job.account == null && allocation.totalMilli() != job.demand().totalMilli()) {
      job.account = GangAccount.after(job);
    }
    if (job.account != null) {
      job.account.holds(allocation);
    }
    double now = cluster.now();
    if (job.startCount == 0) {
      job.firstStartTime = now;
    }
    job.lastStartTime = now;
    job.startCount++;
    job.settledTime = now;
    job.attemptNode = allocation.nodes().length == 1 ? allocation.nodes()[0] : -1;
    job.nominalWork = 0;
    job.attemptWork = 0;
    job.checkpointInterval = checkpointInterval(job);
    cluster.bills().open(job);
    cluster.recorder().allocated(job, 1);
    cluster.rates().arrived(job);
    JobStaging staging = cluster.staging();
    enter(job, staging == null || staging.begin(job) ? afterStaging(job) : JobState.STAGING);
    cluster.rates().refreshNeighbours(allocation);
    cluster.replicas().started(job);
  }

  /** A start that was decided some time ago cannot be carried out. */
  void startDropped(int id) {
    Job job = cluster.job(id);
    if (job != null && job.state == JobState.QUEUED) {
      Tenant tenant = cluster.tenant(job.virtualCluster());
      if (tenant.hears(EngineNotice.Kind.START_DROPPED)) {
        cluster.tell(tenant, new EngineNotice.StartDropped(tenant.index, id));
      }
    }
  }

  private double checkpointInterval(Job job) {
    Recovery recovery = job.spec.recovery();
    if (!recovery.youngsInterval()) {
      return recovery.checkpointIntervalSeconds();
    }
    // A gang that stands on n machines loses one of them n times as often.
    double lossesPerSecond = 0;
    for (int node : job.allocation.nodes()) {
      lossesPerSecond += cluster.fleet().node(node).spec().availability().lossesPerSecond();
    }
    return recovery.youngIntervalSeconds(lossesPerSecond);
  }

  static boolean restarts(Job job) {
    return job.startCount > 1 && job.spec.recovery().restartSeconds() > 0;
  }

  private static JobState afterStaging(Job job) {
    return restarts(job) ? JobState.RESTARTING : JobState.RUNNING;
  }

  /** The last of what a job waited for has come. */
  void staged(Job job) {
    enter(job, afterStaging(job));
    cluster.replicas().staged(job);
  }

  private void enter(Job job, JobState state) {
    job.settle(cluster.now());
    job.state = state;
    if (state == JobState.RUNNING) {
      cluster.rates().refresh(job);
    } else {
      job.rate = 0;
      job.nominalRate = 0;
    }
    if (state == JobState.RUNNING && !(job.rate > 0)) {
      throw new IllegalDecisionException(
          "Job " + job.name() + " cannot run beside those on its GPU.");
    }
    scheduleMilestone(job);
  }

  /** The machine of a job has changed, or who shares machine or GPU with it. */
  void changeRate(Job job) {
    if (job.state == JobState.RUNNING && cluster.rates().refresh(job)) {
      scheduleMilestone(job);
      cluster.replicas().rateChanged(job);
    }
  }

  private void scheduleMilestone(Job job) {
    if (!job.replica) {
      NextMilestone.schedule(job, cluster.now());
    }
  }

  void onMilestone(Job job) {
    job.settle(cluster.now());
    switch (job.milestone) {
      case RESTARTED -> enter(job, JobState.RUNNING);
      case COMPLETED -> {
        job.doneWork = job.spec.workSeconds();
        end(job, JobState.DONE);
      }
      case EFFICIENCY_CHANGES -> {
        job.doneWork = job.elastic.nextChange();
        cluster.rates().refresh(job);
        scheduleMilestone(job);
      }
      case CHECKPOINT_DUE -> {
        if (job.spec.recovery().checkpointSeconds() > 0) {
          enter(job, JobState.CHECKPOINTING);
        } else {
          save(job);
          scheduleMilestone(job);
        }
      }
      case CHECKPOINTED -> {
        save(job);
        enter(job, JobState.RUNNING);
      }
      case LEASE_ENDED -> pause(job);
      case LIMIT_REACHED -> end(job, JobState.FAILED);
      default -> throw new AssertionError(job.milestone);
    }
  }

  /** See {@link org.edgetwin.sim.scheduling.Action.Lease}. */
  void lease(Job job, double seconds) {
    requireRunning(job, "leased");
    if (!(seconds > 0)) {
      throw new IllegalDecisionException(
          "The lease of job " + job.name() + " (" + seconds + " s) is not positive.");
    }
    job.settle(cluster.now());
    job.leaseEnd = cluster.now() + seconds;
    if (job.state == JobState.PAUSED) {
      enter(job, JobState.RUNNING);
    } else {
      scheduleMilestone(job);
    }
  }

  /** The job has used up its lease. */
  private void pause(Job job) {
    job.doneWork = job.leaseWork;
    enter(job, JobState.PAUSED);
    Tenant tenant = cluster.tenant(job.virtualCluster());
    cluster.due().add(tenant.index);
    if (tenant.hears(EngineNotice.Kind.LEASE_ENDED)) {
      cluster.tell(tenant, new EngineNotice.LeaseEnded(tenant.index, job.id));
    }
  }

  /** The job is or was where it saves. */
  private void save(Job job) {
    if (cluster.staging() != null) {
      cluster.staging().uploads().saved(job);
    }
    job.keep();
  }

  /** A running job gives its GPUs back; it is in no list afterwards. */
  private void stop(Job job, String why) {
    double now = cluster.now();
    job.settle(now);
    job.unschedule();
    job.leaseEnd = Double.POSITIVE_INFINITY;
    Allocation allocation = job.allocation;
    job.addHeld(now - job.lastStartTime);
    cluster.bills().settle(job);
    cluster.recorder().attemptEnded(job, why);
    if (cluster.staging() != null) {
      cluster.staging().leave(job);
    }
    cluster.rates().leaves(job);
    cluster.fleet().give(allocation);
    cluster.recorder().allocated(job, -1);
    cluster.tenant(job.virtualCluster()).running.remove(job);
    job.rate = 0;
    job.nominalRate = 0;
    job.allocation = null;
    cluster.rates().refreshNeighbours(allocation);
    cluster.groupChanged(allocation.group());
  }

  /** A scheduler puts a running job back into the queue. */
  void preempt(Job job) {
    requireRunning(job, "preempted");
    stopAtWill(job, "preempted");
    job.preemptionCount++;
    Tenant tenant = cluster.tenant(job.virtualCluster());
    enqueue(job, tenant);
    if (tenant.hears(EngineNotice.Kind.JOB_PREEMPTED)) {
      cluster.tell(tenant, new EngineNotice.JobPreempted(tenant.index, job.id));
    }
    cluster.replicas().lost(job);
  }

  private void stopAtWill(Job job, String why) {
    stop(job, why);
    if (job.spec.recovery().savesOnPreemption()) {
      job.doneWork = job.spec.recovery().wholeSteps(job.doneWork);
      save(job);
    } else {
      job.fallBack();
    }
  }

  /** A running job gives its GPUs back because it is to get others in the same decision. */
  void vacate(Job job) {
    stopAtWill(job, "resized");
  }

  /** A running job goes on with another batch. */
  void changeBatch(Job job, int batch) {
    job.settle(cluster.now());
    job.elastic.batch = batch;
    changeRate(job);
  }

  /** A running job has lost its machine. */
  void evict(Job job, String why) {
    stop(job, why);
    if (job.checkpointInterval == 0) {
      if (cluster.staging() != null) {
        cluster.staging().uploads().savedContinuously(job);
      }
      job.keep();
    } else {
      job.fallBack();
    }
    job.failureCount++;
    Tenant tenant = cluster.tenant(job.virtualCluster());
    if (job.failureCount > job.spec.recovery().maxRetries()) {
      finish(job, tenant, JobState.FAILED, false);
      return;
    }
    enqueue(job, tenant);
    if (tenant.hears(EngineNotice.Kind.JOB_REQUEUED)) {
      cluster.tell(tenant, new EngineNotice.JobRequeued(tenant.index, job.id));
    }
    cluster.replicas().lost(job);
  }

  private void end(Job job, JobState state) {
    if (state != JobState.DONE) {
      job.fallBack();
    }
    stop(job, state == JobState.DONE ? "done" : "limit");
    if (state == JobState.DONE) {
      cluster.bills().called(job);
    }
    if (state == JobState.DONE && cluster.staging() != null) {
      cluster.staging().uploads().done(job);
    }
    finish(job, cluster.tenant(job.virtualCluster()), state, false);
  }

  /** A scheduler takes a job out for good. */
  void cancel(Job job) {
    Tenant tenant = cluster.tenant(job.virtualCluster());
    if (job.state == JobState.QUEUED) {
      dequeue(job, tenant);
      finish(job, tenant, JobState.CANCELLED, true);
    } else {
      requireRunning(job, "cancelled");
      stop(job, "cancelled");
      finish(job, tenant, JobState.CANCELLED, false);
    }
  }

  private void finish(Job job, Tenant tenant, JobState state, boolean wasQueued) {
    job.state = state;
    job.endTime = cluster.now();
    cluster.recorder().ended(job);
    tenant.count(job.shape, -1);
    if (tenant.hears(EngineNotice.Kind.JOB_ENDED)) {
      cluster.tell(tenant, new EngineNotice.JobEnded(tenant.index, job.id, wasQueued));
    }
    cluster.leave(job);
  }

  private static void requireRunning(Job job, String what) {
    if (!job.state.holdsGpus() || job.allocation == null) {
      throw new IllegalDecisionException(
          "Job " + job.name() + " cannot be " + what + ": it is " + job.state + ".");
    }
  }

  /** All running jobs with GPUs on a node lose it. */
  void evictAll(int node, String why) {
    FleetView fleet = cluster.fleet();
    for (int vc = 0; vc < fleet.virtualClusterCount(); vc++) {
      JobList running = cluster.tenant(vc).running;
      // From the end, because evicting swaps the last job into the gap.
      for (int i = running.size() - 1; i >= 0; i--) {
        Job job = running.get(i);
        if (holds(job.allocation, node)) {
          if (cluster.staging() != null) {
            cluster.staging().uploads().machineLost(job, node);
          }
          evict(job, why);
        }
      }
    }
  }

  private static boolean holds(Allocation allocation, int node) {
    for (int held : allocation.nodes()) {
      if (held == node) {
        return true;
      }
    }
    return false;
  }
}
