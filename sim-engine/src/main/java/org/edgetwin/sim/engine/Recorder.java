package org.edgetwin.sim.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.edgetwin.sim.fleet.Allocation;
import org.edgetwin.sim.fleet.Fleet;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.fleet.NodeSpec;
import org.edgetwin.sim.fleet.VirtualCluster;
import org.edgetwin.sim.job.JobState;
import org.edgetwin.sim.metrics.Attempt;
import org.edgetwin.sim.metrics.BusyShare;
import org.edgetwin.sim.metrics.GroupUsage;
import org.edgetwin.sim.metrics.Integral;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.JobTraffic;
import org.edgetwin.sim.metrics.RunResult;
import org.edgetwin.sim.metrics.SeriesColumns;
import org.edgetwin.sim.metrics.TimeSeries;
import org.jspecify.annotations.Nullable;

/** Keeps the integrals and the time series of a run, at a cost of a few additions per change. */
final class Recorder {
  private static final int MAX_INTERVALS = 1024;
  private static final double FIRST_INTERVAL_SECONDS = 60;
  private static final double SECONDS_PER_HOUR = 3600;
  private static final double MILLI = 1000;

  private final SimulatedCluster cluster;
  private final Integral[] heldMilli;

  /** GPUs on nodes that run jobs, draining ones included. */
  private final Integral[] upGpus;

  private final Integral queuedJobs;
  private final Integral queuedGpus;
  private final Integral runningJobs;

  /**
   * Free GPUs of each owner (by virtual cluster; last: shared) while a job that may use them is
   * queued.
   */
  private final Integral[] strandedGpus;

  private final int[] freeGpusByOwner;
  private final int[] freeGpusByGroup;
  private final int[] ownerByGroup;
  private final TimeSeries series;
  private final double[] integralsAtLastSample;
  private final List<Attempt> attempts;

  /** Null unless the use of each hour is asked for. */
  private final @Nullable HourlyRecord hourly;

  /** Null unless what is given out over the demand is asked for. */
  private final @Nullable DemandRecord demand;

  /** The records of jobs that have ended, by index; null for the others. */
  private JobRecord[] recordById = {};

  Recorder(SimulatedCluster cluster, RunOptions options) {
    this.cluster = cluster;
    BusyShare hourlyUse = options.hourlyUse();
    Fleet fleet = cluster.fleet();
    heldMilli = integrals(fleet.groupCount());
    upGpus = integrals(fleet.groupCount());
    queuedJobs = new Integral();
    queuedGpus = new Integral();
    runningJobs = new Integral();
    strandedGpus = integrals(fleet.virtualClusterCount() + 1);
    freeGpusByOwner = new int[strandedGpus.length];
    freeGpusByGroup = new int[fleet.groupCount()];
    ownerByGroup = owners(fleet);
    series =
        new TimeSeries(
            SeriesColumns.count(fleet.groupCount()), MAX_INTERVALS, FIRST_INTERVAL_SECONDS);
    integralsAtLastSample = new double[SeriesColumns.count(fleet.groupCount())];
    attempts = new ArrayList<>();
    hourly = hourlyUse == null ? null : new HourlyRecord(hourlyUse, fleet.groupCount());
    demand = options.demandCurve() ? new DemandRecord(fleet) : null;
    for (int group = 0; group < fleet.groupCount(); group++) {
      setUp(group, 0, fleet.runningGpus(group));
      freeGpusByGroup[group] = fleet.group(group).freeGpus();
      freeGpusByOwner[ownerByGroup[group]] += freeGpusByGroup[group];
    }
  }

  Recorder(SimulatedCluster cluster, Recorder other) {
    this.cluster = cluster;
    heldMilli = copies(other.heldMilli);
    upGpus = copies(other.upGpus);
    queuedJobs = other.queuedJobs.copy();
    queuedGpus = other.queuedGpus.copy();
    runningJobs = other.runningJobs.copy();
    strandedGpus = copies(other.strandedGpus);
    freeGpusByOwner = other.freeGpusByOwner.clone();
    freeGpusByGroup = other.freeGpusByGroup.clone();
    ownerByGroup = other.ownerByGroup;
    series = other.series.copy();
    integralsAtLastSample = other.integralsAtLastSample.clone();
    attempts = new ArrayList<>(other.attempts);
    hourly = other.hourly == null ? null : new HourlyRecord(other.hourly);
    demand = other.demand == null ? null : new DemandRecord(other.demand, cluster.fleet());
    recordById = other.recordById.clone();
  }

  private static Integral[] integrals(int count) {
    Integral[] integrals = new Integral[count];
    Arrays.setAll(integrals, i -> new Integral());
    return integrals;
  }

  private static Integral[] copies(Integral[] integrals) {
    return Arrays.stream(integrals).map(Integral::copy).toArray(Integral[]::new);
  }

  /** Where the free GPUs of a group are counted: with its owner, or with the shared ones. */
  private static int[] owners(Fleet fleet) {
    int[] owners = new int[fleet.groupCount()];
    for (int group = 0; group < owners.length; group++) {
      int owner = fleet.group(group).virtualCluster();
      owners[group] = owner == NodeSpec.SHARED ? fleet.virtualClusterCount() : owner;
    }
    return owners;
  }

  /** A job comes. */
  void submitted(Job job) {
    if (demand != null) {
      demand.submitted(job.demand(), cluster.now(), heldMilli());
    }
  }

  private long heldMilli() {
    return (long) Arrays.stream(heldMilli).mapToDouble(Integral::value).sum();
  }

  /** A job has ended: its record is written while it is at hand. */
  void ended(Job job) {
    if (job.replica) {
      return;
    }
    if (job.id >= recordById.length) {
      recordById = Arrays.copyOf(recordById, 2 * cluster.jobCount());
    }
    recordById[job.id] = record(job, cluster.now());
  }

  void queueChanged(Tenant tenant) {
    double now = cluster.now();
    int jobs = cluster.jobs().queuedJobs();
    boolean emptiedOrFilled = (jobs == 0) != (queuedJobs.value() == 0);
    queuedJobs.set(now, jobs);
    queuedGpus.set(now, cluster.jobs().queuedGpus());
    refreshStranded(now, tenant.index);
    if (emptiedOrFilled) {
      refreshStranded(now, strandedGpus.length - 1);
    }
  }

  private void refreshStranded(double now, int owner) {
    boolean wanted =
        owner == strandedGpus.length - 1
            ? cluster.jobs().queuedJobs() > 0
            : cluster.tenant(owner).queued.size() > 0;
    double stranded = wanted ? freeGpusByOwner[owner] : 0;
    if (stranded != strandedGpus[owner].value()) {
      strandedGpus[owner].set(now, stranded);
    }
  }

  private void setUp(int group, double time, int gpus) {
    upGpus[group].set(time, gpus);
    if (hourly != null) {
      hourly.up(group, time, gpus);
    }
  }

  /** A job took its GPUs (sign 1) or gave them back (sign -1). */
  void allocated(Job job, int sign) {
    double now = cluster.now();
    int group = job.allocation.group();
    int milli = sign * job.allocation.totalMilli();
    heldMilli[group].add(now, milli);
    if (hourly != null) {
      hourly.held(job, now, milli);
    }
    runningJobs.add(now, sign);
    freeChanged(group);
  }

  /** Nodes of a group came or went. */
  void nodesChanged(int group) {
    setUp(group, cluster.now(), cluster.fleet().runningGpus(group));
    freeChanged(group);
  }

  private void freeChanged(int group) {
    int owner = ownerByGroup[group];
    int free = cluster.fleet().group(group).freeGpus();
    freeGpusByOwner[owner] += free - freeGpusByGroup[group];
    freeGpusByGroup[group] = free;
    refreshStranded(cluster.now(), owner);
  }

  /** GPU-seconds that jobs have held in a group up to now. */
  double heldGpuSeconds(int group) {
    return heldMilli[group].until(cluster.now()) / MILLI;
  }

  /** GPU-seconds that the nodes of a group have run jobs or could up to now. */
  double upGpuSeconds(int group) {
    return upGpus[group].until(cluster.now());
  }

  /** What the GPUs held now cost at their posted prices, USD per second. */
  double postedFeeUsdPerSecond() {
    double usdPerHour = 0;
    for (int group = 0; group < heldMilli.length; group++) {
      double held = heldMilli[group].value();
      usdPerHour += held > 0 ? held / MILLI * cluster.fleet().group(group).priceUsdPerGpuHour() : 0;
    }
    return usdPerHour / SECONDS_PER_HOUR;
  }

  void attemptEnded(Job job, String outcome) {
    if (cluster.keepsAttempts() && !job.replica) {
      attempts.add(attempt(job, cluster.now(), outcome));
    }
  }

  /** End of the open interval of the time series. */
  double nextSampleTime() {
    return series.nextEnd();
  }

  /** Closes the open interval of the time series. */
  void sample() {
    double now = cluster.now();
    double[] averages = new double[integralsAtLastSample.length];
    average(averages, SeriesColumns.QUEUED_JOBS, queuedJobs, now);
    average(averages, SeriesColumns.QUEUED_GPUS, queuedGpus, now);
    average(averages, SeriesColumns.RUNNING_JOBS, runningJobs, now);
    for (int group = 0; group < heldMilli.length; group++) {
      average(averages, SeriesColumns.heldGpus(group), heldMilli[group], now);
      averages[SeriesColumns.heldGpus(group)] /= 1000;
      average(averages, SeriesColumns.upGpus(group), upGpus[group], now);
    }
    series.append(averages);
  }

  private void average(double[] averages, int column, Integral integral, double now) {
    double upToNow = integral.until(now);
    averages[column] = (upToNow - integralsAtLastSample[column]) / series.intervalSeconds();
    integralsAtLastSample[column] = upToNow;
  }

  /** What has been recorded so far, as if the run stopped now. */
  RunResult result() {
    double now = cluster.now();
    Fleet fleet = cluster.fleet();
    List<GroupUsage> usage = new ArrayList<>();
    double[] rentUsd = cluster.bills().rentUsdByGroup();
    for (int g = 0; g < fleet.groupCount(); g++) {
      usage.add(usage(g, rentUsd[g], now));
    }
    double stranded = 0;
    for (Integral integral : strandedGpus) {
      stranded += integral.until(now);
    }
    return new RunResult(
        Collections.unmodifiableList(Arrays.asList(jobsUpTo(now))),
        attemptsUpTo(now),
        usage,
        series.copy(),
        fleet.spec().virtualClusters().stream().map(VirtualCluster::name).toList(),
        now,
        stranded,
        queuedJobs.until(now) + runningJobs.until(now),
        cluster.kernel().eventCount(),
        cluster.replicas().results(),
        droppedActions(),
        demand == null ? null : demand.curve(heldMilli()));
  }

  private double droppedActions() {
    double dropped = cluster.tenant(0).deliberation.takesTime() ? 0 : Double.NaN;
    for (int vc = 0; vc < cluster.virtualClusterCount(); vc++) {
      dropped += cluster.tenant(vc).deliberation.droppedCount();
    }
    return dropped;
  }

  /** All jobs but the replicas of services. */
  private JobRecord[] jobsUpTo(double now) {
    JobRecord[] jobs = new JobRecord[cluster.jobCount() - cluster.replicas().count()];
    for (int id = 0; id < cluster.jobCount(); id++) {
      Job job = cluster.job(id);
      JobRecord record = id < recordById.length ? recordById[id] : null;
      if (record == null && job != null && !job.replica) {
        record = record(job, now);
      }
      if (record != null) {
        jobs[record.id()] = record;
      }
    }
    return jobs;
  }

  private GroupUsage usage(int g, double rentUsd, double now) {
    NodeGroupView group = cluster.fleet().group(g);
    double held = heldGpuSeconds(g);
    double callsUsd = cluster.bills().callsUsd(g);
    return new GroupUsage(
        g,
        group.gpuModel(),
        group.region(),
        group.site(),
        group.community(),
        group.operator(),
        cluster.bills().unusual() && held > 0
            ? (rentUsd + callsUsd) / held * SECONDS_PER_HOUR
            : group.priceUsdPerGpuHour(),
        group.nodeCount(),
        group.gpuCount(),
        upGpuSeconds(g),
        held,
        rentUsd,
        callsUsd,
        hourly == null ? null : hourly.use(g, now));
  }

  private List<Attempt> attemptsUpTo(double now) {
    List<Attempt> all = new ArrayList<>(attempts);
    for (int id = 0; cluster.keepsAttempts() && id < cluster.jobCount(); id++) {
      Job job = cluster.job(id);
      if (job != null && job.state.holdsGpus() && !job.replica) {
        all.add(attempt(job, now, "unfinished"));
      }
    }
    return all;
  }

  private Attempt attempt(Job job, double endTime, String outcome) {
    Allocation allocation = job.allocation;
    return new Attempt(
        cluster.replicas().ordinal(job.id),
        allocation.group(),
        allocation.nodes(),
        allocation.gpuMasks(),
        allocation.milli(),
        job.lastStartTime,
        endTime,
        outcome);
  }

  private JobRecord record(Job job, double now) {
    double openSeconds = job.state.holdsGpus() ? now - job.lastStartTime : 0;
    double unsettled = job.state == JobState.RUNNING ? now - job.settledTime : 0;
    return new JobRecord(
        cluster.replicas().ordinal(job.id),
        job.name(),
        job.virtualCluster(),
        job.workload().id(),
        job.gpus(),
        job.demand().milliPerGpu(),
        job.state,
        job.submitTime(),
        job.firstStartTime,
        job.endTime,
        job.spec.workSeconds(),
        job.heldSeconds + openSeconds,
        job.runningSeconds + unsettled,
        job.lostSeconds,
        job.startCount,
        job.preemptionCount,
        job.failureCount,
        job.lastGroup,
        job.costUsd + (openSeconds > 0 ? cluster.bills().openUsd(job) : 0),
        job.terms().deadlineTime(),
        cluster.staging() == null ? JobTraffic.NONE : cluster.staging().traffic(job),
        job.account == null ? null : job.account.use(openSeconds, unsettled));
  }
}
