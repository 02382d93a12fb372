package org.edgetwin.sim.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.sim.fleet.Allocation;
import org.edgetwin.sim.job.JobState;
import org.edgetwin.sim.kernel.Kernel;
import org.edgetwin.sim.metrics.JobTraffic;
import org.edgetwin.sim.network.ClusterNetwork;
import org.edgetwin.sim.network.FlowNetwork;
import org.edgetwin.sim.network.Moved;
import org.edgetwin.sim.network.Staging;
import org.edgetwin.sim.network.StagingHost;

/**
 * Brings jobs what they need before they run: their items, and their last checkpoint if it is
 * elsewhere. What they save goes through {@link Uploads}. A cluster without a network has none.
 *
 * <p>An item that several jobs of a place wait for comes once; the one that asked first pays, and
 * if it goes, the next. What a job uses stays in the cache of its place until it goes; what does
 * not fit there is used all the same and kept by nobody.
 */
final class JobStaging implements StagingHost {
  private final SimulatedCluster cluster;
  private final ClusterNetwork plan;
  private final FlowNetwork network;
  private final Staging staging;
  private final Uploads uploads;

  /** Ids of the jobs that wait, in the order in which they asked. */
  private final Map<Request, List<Integer>> waitersByRequest = new LinkedHashMap<>();

  private final Map<Long, Download> downloadByFlow = new LinkedHashMap<>();

  /** An item at a place. */
  record Request(int place, int item) {}

  /** A job's checkpoint on its way to a place. */
  private record Download(int job, int place) {}

  /** Of a cluster; null if it has no network. */
  static JobStaging of(SimulatedCluster cluster, ClusterNetwork plan) {
    return plan == ClusterNetwork.NONE ? null : new JobStaging(cluster, plan);
  }

  private JobStaging(SimulatedCluster cluster, ClusterNetwork plan) {
    this.cluster = cluster;
    this.plan = plan;
    network = new FlowNetwork(this, plan.area().links());
    staging = new Staging(this, plan.area(), plan.items(), plan.caches(), plan.connections());
    uploads = new Uploads(this, plan);
  }

  /** For a fork. */
  JobStaging(SimulatedCluster cluster, JobStaging other) {
    this.cluster = cluster;
    plan = other.plan;
    network = new FlowNetwork(this, other.network);
    staging = new Staging(this, other.staging);
    uploads = new Uploads(this, other.uploads);
    other.waitersByRequest.forEach((key, ids) -> waitersByRequest.put(key, new ArrayList<>(ids)));
    downloadByFlow.putAll(other.downloadByFlow);
  }

  @Override
  public Kernel kernel() {
    return cluster.kernel();
  }

  @Override
  public FlowNetwork network() {
    return network;
  }

  @Override
  public Staging staging() {
    return staging;
  }

  Uploads uploads() {
    return uploads;
  }

  /** A job in the system; null if it has ended. */
  Job job(int id) {
    return cluster.job(id);
  }

  /**
   * A job has got its GPUs: asks for what it needs there.
   *
   * @return whether all is there
   */
  boolean begin(Job job) {
    Traffic traffic = job.traffic;
    traffic.readyTime = cluster.now();
    if (job.spec.data().isNone()) {
      return true;
    }
    traffic.placeArray = places(job.allocation);
    traffic.lastPlace = traffic.placeArray[0];
    traffic.stagingSince = cluster.now();
    traffic.expectedTime = cluster.now();
    if (cluster.replicas().standsReady(job)) {
      putAll(job);
      return true;
    }
    for (int place : traffic.placeArray) {
      double arrival = cluster.now() + secondsAlone(job, place);
      traffic.expectedTime = Math.max(traffic.expectedTime, arrival);
      for (int item : job.spec.data().items()) {
        request(job, new Request(place, item));
      }
      if (lacksCheckpoint(job, place)) {
        traffic.awaited++;
        fetchCheckpoint(job, place);
      }
    }
    return traffic.awaited == 0;
  }

  /** All that a job needs is at its places as if it had been there before the run. */
  private void putAll(Job job) {
    for (int place : job.traffic.placeArray) {
      for (int item : job.spec.data().items()) {
        staging.put(place, item);
        pin(job, new Request(place, item));
      }
    }
  }

  private int[] places(Allocation allocation) {
    int[] nodes = allocation.nodes();
    int[] placeArray = new int[nodes.length];
    int count = 0;
    for (int node : nodes) {
      int place = plan.place(node);
      boolean seen = false;
      for (int i = 0; i < count; i++) {
        seen |= placeArray[i] == place;
      }
      if (!seen) {
        placeArray[count++] = place;
      }
    }
    return Arrays.copyOf(placeArray, count);
  }

  private void request(Job job, Request request) {
    if (staging.request(request.place(), request.item())) {
      pin(job, request);
    } else {
      job.traffic.awaited++;
      job.traffic.waitingList.add(request);
      waitersByRequest.computeIfAbsent(request, key -> new ArrayList<>()).add(job.id);
    }
  }

  private void pin(Job job, Request request) {
    if (staging.cache(request.place()).contains(request.item())) {
      staging.cache(request.place()).pin(request.item());
      job.traffic.pinnedList.add(request);
    }
  }

  private boolean lacksCheckpoint(Job job, int place) {
    Traffic traffic = job.traffic;
    boolean saved = traffic.storePlace != Traffic.NOWHERE || traffic.upload != Traffic.NO_FLOW;
    return saved && traffic.localPlace != place;
  }

  /** From the store, as soon as the last one is there. */
  private void fetchCheckpoint(Job job, int place) {
    Traffic traffic = job.traffic;
    if (traffic.upload != Traffic.NO_FLOW) {
      traffic.wantingList.add(place);
      return;
    }
    double bytes = job.spec.data().checkpointBytes();
    long flow =
        network.start(plan.area().transfer(traffic.storePlace, place, bytes, plan.connections()));
    traffic.downloadList.add(flow);
    downloadByFlow.put(flow, new Download(job.id, place));
  }

  /** The last checkpoint of a job has come to its store. */
  void stored(Job job) {
    List<Integer> places = List.copyOf(job.traffic.wantingList);
    job.traffic.wantingList.clear();
    places.forEach(place -> fetchCheckpoint(job, place));
  }

  @Override
  public void staged(int place, int item, Moved moved) {
    Request request = new Request(place, item);
    List<Integer> waiters = waitersByRequest.remove(request);
    cluster.job(waiters.get(0)).traffic.charge(moved);
    for (int id : waiters) {
      Job job = cluster.job(id);
      job.traffic.waitingList.remove(request);
      pin(job, request);
      arrived(job);
    }
  }

  @Override
  public void flowCompleted(long flow) {
    if (staging.arrived(flow)) {
      return;
    }
    Download download = downloadByFlow.remove(flow);
    if (download == null) {
      uploads.arrived(flow);
      return;
    }
    Job job = cluster.job(download.job());
    job.traffic.downloadList.remove(flow);
    chargeDownload(job, download.place(), job.spec.data().checkpointBytes());
    arrived(job);
  }

  private void chargeDownload(Job job, int place, double bytes) {
    job.traffic.charge(new Moved(bytes, plan.area().usd(job.traffic.storePlace, place, bytes)));
  }

  private void arrived(Job job) {
    if (--job.traffic.awaited == 0) {
      job.traffic.endStaging(cluster.now());
      job.traffic.readyTime = cluster.now();
      cluster.lifecycle().staged(job);
    }
  }

  /** A job gives its GPUs back, whatever it was doing. */
  void leave(Job job) {
    Traffic traffic = job.traffic;
    if (job.state == JobState.STAGING) {
      traffic.endStaging(cluster.now());
    }
    for (Request request : traffic.waitingList) {
      List<Integer> waiters = waitersByRequest.get(request);
      waiters.remove((Integer) job.id);
      if (waiters.isEmpty()) {
        waitersByRequest.remove(request);
        traffic.charge(staging.cancel(request.place(), request.item()));
      }
    }
    for (long flow : traffic.downloadList) {
      double bytes = job.spec.data().checkpointBytes() - network.bytesLeft(flow);
      network.cancel(flow);
      chargeDownload(job, downloadByFlow.remove(flow).place(), bytes);
    }
    for (Request request : traffic.pinnedList) {
      staging.cache(request.place()).unpin(request.item());
    }
    traffic.leavePlaces();
  }

  /** See {@link org.edgetwin.sim.scheduling.ClusterView#stagingSeconds}. */
  double seconds(Job job, int node) {
    return job.spec.data().isNone() ? 0 : secondsAlone(job, plan.place(node));
  }

  private double secondsAlone(Job job, int place) {
    double longest = 0;
    double bytes = 0;
    for (int item : job.spec.data().items()) {
      longest = Math.max(longest, staging.secondsAlone(place, item));
      bytes += staging.bytesMissing(place, item);
    }
    if (lacksCheckpoint(job, place)) {
      double size = job.spec.data().checkpointBytes();
      boolean onItsWay = job.traffic.upload != Traffic.NO_FLOW;
      int from = onItsWay ? job.traffic.uploadTo : job.traffic.storePlace;
      longest = Math.max(longest, plan.area().secondsAlone(from, place, size, plan.connections()));
      bytes += size;
    }
    return Math.max(longest, bytes / plan.area().places().get(place).downBytesPerSecond());
  }

  /** What a job has moved until now. */
  JobTraffic traffic(Job job) {
    double open = job.state == JobState.STAGING ? cluster.now() - job.traffic.stagingSince : 0;
    return new JobTraffic(
        job.traffic.stagingSeconds() + open, job.traffic.movedBytes(), job.traffic.egressUsd());
  }
}
