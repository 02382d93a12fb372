package org.edgetwin.sim.engine;

import java.util.EnumSet;
import java.util.Set;
import org.edgetwin.sim.fleet.Fleet;
import org.edgetwin.sim.fleet.NodeSpec;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.kernel.Kernel;
import org.edgetwin.sim.kernel.Phase;
import org.edgetwin.sim.metrics.RunResult;
import org.edgetwin.sim.network.NetworkHolder;
import org.edgetwin.sim.network.NetworkHost;
import org.edgetwin.sim.scheduling.Capability;
import org.edgetwin.sim.scheduling.ClusterEngine;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Decision;
import org.edgetwin.sim.scheduling.EngineNotice;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Scheduler;
import org.edgetwin.sim.serving.Services;
import org.edgetwin.sim.serving.ServingHost;
import org.edgetwin.sim.workload.JobEnd;
import org.edgetwin.sim.workload.Workload;

/**
 * The cluster in simulated time, driven from outside: {@link #advanceToDecision} runs to the next
 * instant at which a virtual cluster needs a decision, {@link #apply} carries it out. A decision is
 * due once per instant, after all its events, if something changed for the virtual cluster or its
 * wake-up has come. Virtual clusters that are due at one instant come in order of their index, and
 * each sees what those before it did.
 *
 * <p>It never reads files, prints, or looks at the wall clock. Not thread-safe; independent
 * clusters may run on different threads.
 */
public final class SimulatedCluster implements ClusterEngine, NetworkHolder, ServingHost {
  /** Returned by {@link #advanceToDecision} when the run is over. */
  public static final int END = -1;

  private static final Set<Capability> CAPABILITIES =
      EnumSet.complementOf(EnumSet.of(Capability.MIG));

  private final ClusterConfig config;
  private final Kernel kernel = new Kernel();
  private final Fleet fleet;
  private final Workload workload;
  private final ShapeTable shapes;

  private final JobTable jobs;
  private final Tenant[] tenantArray;
  private final TenantView[] viewArray;
  private final Plan plan = new Plan(this);
  private final PlacementResolver resolver = new PlacementResolver(this);
  private final Actuator actuator = new Actuator(this);
  private final Rates rates;
  private final Lifecycle lifecycle = new Lifecycle(this);
  private final Churn churn;

  /** Null where data is everywhere. */
  private final JobStaging staging;

  private final ReplicaJobs replicas;
  private final Recorder recorder;
  private final Bills bills;
  private final Arrival arrival = new Arrival(this);
  private final Sample sample = new Sample(this);
  private final DueDecisions due;

  /** A cluster at time 0, before its first event. */
  public SimulatedCluster(ClusterConfig config, Workload workload) {
    this.config = config;
    this.workload = workload;
    fleet = new Fleet(config.fleet());
    shapes = new ShapeTable(fleet, config.physics());
    jobs = new JobTable();
    rates = new Rates(this, config);
    staging = JobStaging.of(this, config.network());
    tenantArray = new Tenant[fleet.virtualClusterCount()];
    due = new DueDecisions(tenantArray.length);
    viewArray = new TenantView[tenantArray.length];
    for (int vc = 0; vc < tenantArray.length; vc++) {
      tenantArray[vc] =
          new Tenant(vc, fleet.groupsOpenTo(vc), this, config.options().decisionTime());
      viewArray[vc] = new TenantView(this, tenantArray[vc]);
    }
    churn = new Churn(this, config.streams());
    recorder = new Recorder(this, config.options());
    bills = new Bills(this);
    churn.begin();
    rates.scheduleDrift();
    sample.scheduleAt(recorder.nextSampleTime());
    scheduleArrival();
    replicas = new ReplicaJobs(this, config.serving());
    replicas.begin();
  }

  private SimulatedCluster(SimulatedCluster other) {
    config = other.config;
    workload = other.workload.copy();
    fleet = other.fleet.copy();
    shapes = other.shapes.copy(fleet);
    jobs = new JobTable(other.jobs, this);
    rates = new Rates(this, other.rates);
    staging = other.staging == null ? null : new JobStaging(this, other.staging);
    tenantArray = new Tenant[other.tenantArray.length];
    due = other.due.copy();
    viewArray = new TenantView[tenantArray.length];
    for (int vc = 0; vc < tenantArray.length; vc++) {
      tenantArray[vc] = other.tenantArray[vc].copy(this);
      viewArray[vc] = new TenantView(this, tenantArray[vc]);
    }
    recorder = new Recorder(this, other.recorder);
    bills = new Bills(this, other.bills);
    churn = new Churn(this, other.churn);
    replicas = new ReplicaJobs(this, other.replicas);
    other.kernel.copyEventsTo(this);
  }

  /**
   * An independent copy of the whole running cluster: machines, jobs, pending events and their
   * order, streams, records. It continues bit for bit like the original. Schedulers are not part of
   * it; attach copies of them.
   */
  public SimulatedCluster fork() {
    return new SimulatedCluster(this);
  }

  /**
   * Makes a scheduler the one of a virtual cluster: it gets the notices it wants and the knowledge
   * it declares.
   *
   * @throws IllegalArgumentException if it needs what this cluster cannot do
   */
  public void attach(int virtualCluster, Scheduler scheduler) {
    for (Capability need : scheduler.needs()) {
      if (!CAPABILITIES.contains(need)) {
        throw new IllegalArgumentException(
            "The scheduler needs " + need + ", which a simulated cluster cannot do.");
      }
    }
    tenantArray[virtualCluster].knowledge = scheduler.knowledge();
    tenantArray[virtualCluster].listen(scheduler);
  }

  /** Declares what the caller, who decides for a virtual cluster itself, may know. */
  public void attach(int virtualCluster, Knowledge knowledge) {
    tenantArray[virtualCluster].knowledge = knowledge;
  }

  /**
   * Runs to the next instant at which a decision is due.
   *
   * @return the virtual cluster that needs it, or {@link #END}
   */
  public int advanceToDecision() {
    return advanceToDecision(config.options().endTime());
  }

  /**
   * Runs to the next instant at which a decision is due, but not beyond a time.
   *
   * @return the virtual cluster that needs a decision, or {@link #END} when the clock has reached
   *     {@code time}
   */
  public int advanceToDecision(double time) {
    while (true) {
      if (!due.isEmpty() && !kernel.hasEventNow(Phase.DECISION)) {
        return due.removeFirst();
      }
      if (!advance(Math.min(time, config.options().endTime()))) {
        return END;
      }
    }
  }

  /**
   * Executes one event; false if the run is over or the next event is after the limit, where the
   * clock then stands.
   */
  private boolean advance(double limit) {
    if (isOver()) {
      return false;
    }
    if (kernel.nextTime() > limit) {
      kernel.advanceClock(limit);
      return false;
    }
    return kernel.step();
  }

  /**
   * Whether all jobs and requests have ended and none will come, or what is there waits for
   * something that cannot happen. Replicas of services that stand idle do not matter.
   */
  public boolean isOver() {
    if (kernel.feedTime() < Double.POSITIVE_INFINITY || !due.isEmpty()) {
      return false;
    }
    if (jobs.allEnded() && replicas.services().allEnded()) {
      return true;
    }
    // Samples and drift are always pending; alone they change nothing for anybody.
    int idle = 1 + (rates.drift().isScheduled() ? 1 : 0);
    return replicas.areStuck(kernel.pendingCount() - idle);
  }

  @Override
  public void apply(int virtualCluster, Decision decision) {
    actuator.carryOut(tenantArray[virtualCluster], decision);
  }

  @Override
  public void submit(JobSpec spec) {
    Job job = jobs.add(shapes.job(jobs.count(), spec, this));
    job.logMeasurementError = rates.drawMeasurementError();
    recorder.submitted(job);
    lifecycle.submit(job);
  }

  /** Submits the job that holds the GPUs of a replica. */
  Job submitReplica(JobSpec spec) {
    Job job = new Job(jobs.count(), spec, shapes.of(spec), this);
    job.replica = true;
    jobs.add(job);
    lifecycle.submit(job);
    return job;
  }

  void onArrival() {
    submit(workload.next());
    scheduleArrival();
  }

  private void scheduleArrival() {
    kernel.feed(arrival, workload.nextTime());
  }

  /** A job has ended and everybody in here knows. */
  void leave(Job job) {
    jobs.remove(job);
    if (job.replica) {
      replicas.ended(job);
      return;
    }
    if (workload.isClosedLoop()) {
      workload.onEnd(new JobEnd(job.spec, now(), job.firstStartTime, job.state));
      scheduleArrival();
    }
  }

  void onSample() {
    recorder.sample();
    sample.scheduleAt(recorder.nextSampleTime());
  }

  /** GPUs of a group became free, came or went: whoever may use them is asked. */
  void groupChanged(int group) {
    int owner = fleet.group(group).virtualCluster();
    if (owner != NodeSpec.SHARED) {
      due.add(owner);
    } else {
      due.addAll();
    }
  }

  DueDecisions due() {
    return due;
  }

  void tell(Tenant tenant, EngineNotice notice) {
    tenant.listener().on(notice, viewArray[tenant.index]);
  }

  /** What has happened so far. */
  public RunResult result() {
    return recorder.result();
  }

  /** What jobs pay now for the GPUs they hold, USD per second; what they pay by the call apart. */
  public double feeUsdPerSecond() {
    return bills.feeUsdPerSecond();
  }

  /** Seconds since the start of the run. */
  public double now() {
    return kernel.time();
  }

  /** Jobs submitted so far. */
  public int jobCount() {
    return jobs.count();
  }

  @Override
  public int virtualClusterCount() {
    return tenantArray.length;
  }

  @Override
  public ClusterView observe(int virtualCluster) {
    return viewArray[virtualCluster];
  }

  @Override
  public Health health() {
    int up = fleet.upNodeCount();
    return new Health(up, fleet.nodeCount() - up);
  }

  @Override
  public Set<Capability> capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Kernel kernel() {
    return kernel;
  }

  Fleet fleet() {
    return fleet;
  }

  /** A job in the system; null if it has ended. */
  Job job(int id) {
    return jobs.get(id);
  }

  Tenant tenant(int virtualCluster) {
    return tenantArray[virtualCluster];
  }

  Lifecycle lifecycle() {
    return lifecycle;
  }

  Rates rates() {
    return rates;
  }

  JobStaging staging() {
    return staging;
  }

  @Override
  public NetworkHost networkHost() {
    return staging;
  }

  Plan plan() {
    return plan;
  }

  PlacementResolver resolver() {
    return resolver;
  }

  Recorder recorder() {
    return recorder;
  }

  Bills bills() {
    return bills;
  }

  @Override
  public Services services() {
    return replicas.services();
  }

  ReplicaJobs replicas() {
    return replicas;
  }

  Churn churn() {
    return churn;
  }

  Arrival arrival() {
    return arrival;
  }

  Sample sample() {
    return sample;
  }

  JobTable jobs() {
    return jobs;
  }

  boolean keepsAttempts() {
    return config.options().keepAttempts();
  }
}
