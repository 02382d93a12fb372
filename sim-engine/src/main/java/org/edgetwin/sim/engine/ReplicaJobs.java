package org.edgetwin.sim.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.JobState;
import org.edgetwin.sim.kernel.EngineEvent;
import org.edgetwin.sim.kernel.EventHost;
import org.edgetwin.sim.kernel.Phase;
import org.edgetwin.sim.metrics.JobTraffic;
import org.edgetwin.sim.metrics.ServiceResult;
import org.edgetwin.sim.serving.Deployment;
import org.edgetwin.sim.serving.GpuSupply;
import org.edgetwin.sim.serving.Services;
import org.edgetwin.sim.serving.ServingPlan;

/**
 * Lets the replicas of services hold their GPUs as endless jobs: a scheduler starts and preempts
 * them like any other. Requests never reach it.
 */
final class ReplicaJobs implements GpuSupply {
  private static final int NO_JOB = -1;

  /** Which replica a job is. */
  private record Key(int service, int replica) {}

  private final SimulatedCluster cluster;
  private final ServingPlan plan;
  private final Services services;
  private final Opening opening;

  /** {@code [service][replica]}: id of its job. */
  private final int[][] jobArray;

  private final Map<Integer, Key> keyByJob;

  /** Ids of all jobs that were ever replicas, ascending. */
  private int[] idArray;

  private int idCount;

  /** What jobs of replicas that have ended cost, by service. */
  private final double[] costUsd;

  /** What they moved. */
  private final JobTraffic[] trafficArray;

  ReplicaJobs(SimulatedCluster cluster, ServingPlan plan) {
    this.cluster = cluster;
    this.plan = plan;
    opening = new Opening(cluster);
    services =
        new Services(
            plan.deployments().stream().map(Deployment::served).toList(),
            plan.requests(),
            cluster,
            this);
    jobArray = new int[services.count()][];
    for (int i = 0; i < jobArray.length; i++) {
      jobArray[i] = new int[deployment(i).served().spec().maxReplicas()];
      Arrays.fill(jobArray[i], NO_JOB);
    }
    keyByJob = new HashMap<>();
    idArray = new int[4];
    costUsd = new double[jobArray.length];
    trafficArray = new JobTraffic[jobArray.length];
    Arrays.fill(trafficArray, cluster.staging() == null ? JobTraffic.NONE : JobTraffic.NOTHING);
  }

  /** For a fork. */
  ReplicaJobs(SimulatedCluster cluster, ReplicaJobs other) {
    this.cluster = cluster;
    plan = other.plan;
    opening = new Opening(cluster);
    services = new Services(other.services, cluster, this);
    jobArray = Arrays.stream(other.jobArray).map(int[]::clone).toArray(int[][]::new);
    keyByJob = new HashMap<>(other.keyByJob);
    idArray = other.idArray.clone();
    idCount = other.idCount;
    costUsd = other.costUsd.clone();
    trafficArray = other.trafficArray.clone();
  }

  /** The services open when the run starts, and their schedulers hear of it. */
  void begin() {
    if (services.count() > 0) {
      opening.scheduleAt(0);
    }
  }

  Services services() {
    return services;
  }

  private Deployment deployment(int service) {
    return plan.deployments().get(service);
  }

  @Override
  public void request(int service, int replica) {
    JobSpec pattern = deployment(service).replica();
    JobSpec spec =
        new JobSpec(
            pattern.name() + "/" + replica,
            cluster.now(),
            pattern.demand(),
            pattern.workload(),
            JobSpec.ENDLESS_SECONDS,
            pattern.virtualCluster(),
            pattern.terms(),
            pattern.recovery(),
            pattern.data());
    int id = cluster.jobCount();
    jobArray[service][replica] = id;
    keyByJob.put(id, new Key(service, replica));
    if (idCount == idArray.length) {
      idArray = Arrays.copyOf(idArray, 2 * idCount);
    }
    idArray[idCount++] = id;
    if (cluster.submitReplica(spec).state == JobState.REJECTED) {
      throw new IllegalArgumentException(
          "A replica of the service "
              + pattern.name()
              + " does not fit the fleet even when it is empty. Maybe fewer GPUs per replica.");
    }
  }

  @Override
  public void release(int service, int replica) {
    cluster.lifecycle().cancel(cluster.job(jobArray[service][replica]));
  }

  /** A job has got GPUs. */
  void started(Job job) {
    if (job.replica) {
      Key key = keyByJob.get(job.id);
      int group = job.allocation.group();
      GpuModel gpu = cluster.fleet().group(group).gpuModel();
      int hardware = deployment(key.service()).served().spec().hardwareOf(gpu.id());
      services.placed(key.service(), key.replica(), hardware, group);
      if (job.state != JobState.STAGING) {
        staged(job);
      }
    }
  }

  /** What a job needs at its machine is there. */
  void staged(Job job) {
    if (job.replica) {
      Key key = keyByJob.get(job.id);
      rateChanged(job);
      services.staged(key.service(), key.replica());
    }
  }

  /** Whether a job is a replica that needs no cold start if it gets GPUs now. */
  boolean standsReady(Job job) {
    Key key = job.replica ? keyByJob.get(job.id) : null;
    return key != null && services.standsReady(key.service(), key.replica());
  }

  /** A job that runs goes faster or slower than before. */
  void rateChanged(Job job) {
    if (job.replica) {
      Key key = keyByJob.get(job.id);
      services.paceChanged(key.service(), key.replica(), cluster.rates().pace(job));
    }
  }

  /** A job has lost its GPUs and waits for others. */
  void lost(Job job) {
    if (job.replica) {
      Key key = keyByJob.get(job.id);
      services.lost(key.service(), key.replica());
    }
  }

  /** The job of a replica is in a final state. */
  void ended(Job job) {
    Key key = keyByJob.remove(job.id);
    jobArray[key.service()][key.replica()] = NO_JOB;
    costUsd[key.service()] += job.costUsd;
    trafficArray[key.service()] = withTraffic(trafficArray[key.service()], job);
    if (job.state != JobState.REJECTED) {
      services.ended(key.service(), key.replica());
    }
  }

  /**
   * Whether nothing that is pending can help whoever waits: autoscalers look, but no service has a
   * replica to spare.
   *
   * @param pendingCount events that may help, or are looks of autoscalers
   */
  boolean areStuck(int pendingCount) {
    return pendingCount == services.idleEventCount() && services.areMinimal();
  }

  /** The place of a job among those that are no replicas. */
  int ordinal(int jobId) {
    int found = Arrays.binarySearch(idArray, 0, idCount, jobId);
    return jobId - (found >= 0 ? found : -found - 1);
  }

  /** The job at a place among those that are no replicas. */
  int idAt(int ordinal) {
    int id = ordinal;
    for (int i = 0; i < idCount && idArray[i] <= id; i++) {
      id++;
    }
    return id;
  }

  /** How many jobs were replicas. */
  int count() {
    return idCount;
  }

  List<ServiceResult> results() {
    List<ServiceResult> results = new ArrayList<>();
    for (int service = 0; service < services.count(); service++) {
      double cost = costUsd[service];
      JobTraffic traffic = trafficArray[service];
      for (int id : jobArray[service]) {
        cost += id == NO_JOB ? 0 : costSoFarUsd(cluster.job(id));
        traffic = id == NO_JOB ? traffic : withTraffic(traffic, cluster.job(id));
      }
      results.add(
          new ServiceResult(
              deployment(service).terms(),
              services.requests(service),
              services.replicas(service),
              cost,
              traffic));
    }
    return results;
  }

  /** The start of the run. */
  private static final class Opening extends EngineEvent {
    private final SimulatedCluster cluster;

    Opening(SimulatedCluster cluster) {
      super(cluster.kernel(), Phase.TRANSFER);
      this.cluster = cluster;
    }

    @Override
    public void actions() {
      cluster.services().begin();
    }

    @Override
    public EngineEvent counterpartIn(EventHost copy) {
      return ((SimulatedCluster) copy).replicas().opening;
    }
  }

  private JobTraffic withTraffic(JobTraffic sum, Job job) {
    return cluster.staging() == null ? sum : sum.plus(cluster.staging().traffic(job));
  }

  private double costSoFarUsd(Job job) {
    return job.state.holdsGpus() ? job.costUsd + cluster.bills().openUsd(job) : job.costUsd;
  }
}
