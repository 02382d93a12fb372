package org.edgetwin.sim.serving;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.kernel.EngineEvent;
import org.edgetwin.sim.kernel.EventHost;
import org.edgetwin.sim.kernel.Kernel;
import org.edgetwin.sim.kernel.Phase;
import org.edgetwin.sim.metrics.ReplicaRecord;
import org.edgetwin.sim.serving.Replica.State;

/** A model endpoint in simulated time: its replicas, and the requests that none could take yet. */
final class Service implements ServiceView {
  private final ServiceSpec spec;
  private final int index;
  private final Kernel kernel;
  private final Sequences sequences;
  private final GpuSupply gpus;
  private final Router router;
  private final Autoscaler autoscaler;
  private final Replica[] replicaArray;
  private final long longestServed;

  /** The ready replicas in order of their index. */
  private final int[] readyArray;

  private int readyCount;
  private final IdQueue pending;
  private final Scaling scaling;
  private final Dispatching dispatching;

  /** Stays of replicas on GPUs that have ended. */
  private final List<ReplicaRecord> recordList;

  Service(ServedBy served, int index, Kernel kernel, Sequences sequences, GpuSupply gpus) {
    spec = served.spec();
    longestServed = spec.longestServed();
    this.index = index;
    this.kernel = kernel;
    this.sequences = sequences;
    this.gpus = gpus;
    router = served.router().copy();
    autoscaler = served.autoscaler().copy();
    replicaArray = new Replica[spec.maxReplicas()];
    readyArray = new int[replicaArray.length];
    pending = new IdQueue();
    scaling = new Scaling(this);
    dispatching = new Dispatching(this);
    recordList = new ArrayList<>();
    for (int i = 0; i < replicaArray.length; i++) {
      replicaArray[i] = new Replica(this, i, kernel, sequences);
    }
  }

  Service(Service other, Kernel kernel, Sequences copies, GpuSupply gpus) {
    spec = other.spec;
    longestServed = other.longestServed;
    index = other.index;
    this.kernel = kernel;
    sequences = copies;
    this.gpus = gpus;
    router = other.router.copy();
    autoscaler = other.autoscaler.copy();
    replicaArray = new Replica[other.replicaArray.length];
    readyArray = other.readyArray.clone();
    readyCount = other.readyCount;
    pending = other.pending.copy();
    scaling = new Scaling(this);
    dispatching = new Dispatching(this);
    recordList = new ArrayList<>(other.recordList);
    for (int i = 0; i < replicaArray.length; i++) {
      replicaArray[i] = new Replica(other.replicaArray[i], this, kernel, copies);
    }
  }

  /** The least replicas are there when the run starts, as far as there are GPUs for them. */
  void begin() {
    for (int i = 0; i < spec.minReplicas(); i++) {
      replicaArray[i].request(true);
    }
    countReady();
    if (autoscaler.periodSeconds() < Double.POSITIVE_INFINITY) {
      scaling.scheduleAt(autoscaler.periodSeconds());
    }
  }

  ServiceSpec spec() {
    return spec;
  }

  int index() {
    return index;
  }

  GpuSupply gpus() {
    return gpus;
  }

  Replica replica(int replica) {
    return replicaArray[replica];
  }

  boolean isScaling() {
    return scaling.isScheduled();
  }

  /** Replicas that hold GPUs. */
  int placedReplicas() {
    int count = 0;
    for (Replica replica : replicaArray) {
      count += replica.isPlaced() ? 1 : 0;
    }
    return count;
  }

  long iterations() {
    long sum = 0;
    for (Replica replica : replicaArray) {
      sum += replica.stepCount();
    }
    return sum;
  }

  void add(ReplicaRecord record) {
    recordList.add(record);
  }

  List<ReplicaRecord> replicaRecords() {
    List<ReplicaRecord> all = new ArrayList<>(recordList);
    for (Replica replica : replicaArray) {
      if (replica.isPlaced()) {
        all.add(replica.record(ReplicaRecord.UNFINISHED));
      }
    }
    return all;
  }

  /** A request arrives. */
  void take(int id) {
    if ((long) sequences.promptTokens[id] + sequences.outputTokens[id] > longestServed) {
      sequences.reject(id);
      return;
    }
    if (readyCount > 0) {
      dispatch(id);
      return;
    }
    pending.addLast(id);
    startOneIfNone();
  }

  private void startOneIfNone() {
    if (startingReplicas() == 0) {
      scaleTo(Math.max(1, spec.minReplicas()));
    }
  }

  private void dispatch(int id) {
    int ready = 0;
    if (readyCount > 1) {
      ready = router.choose(this, sequences.promptTokens[id], sequences.group[id]);
      if (ready < 0 || ready >= readyCount) {
        throw new IllegalStateException(
            "The router chose replica " + ready + " of " + readyCount + " ready ones.");
      }
    }
    int replica = readyArray[ready];
    sequences.replica[id] = replica;
    replicaArray[replica].take(id);
  }

  /**
   * Requests have lost their replica: they go before those that wait already.
   *
   * @param atOnce whether a replica is started for them if there is none; otherwise the next
   *     request or look of the autoscaler does
   */
  void takeBack(int[] idArray, boolean atOnce) {
    for (int i = idArray.length - 1; i >= 0; i--) {
      sequences.startOver(idArray[i]);
      pending.addFirst(idArray[i]);
    }
    countReady();
    if (!pending.isEmpty() && (readyCount > 0 || atOnce)) {
      dispatching.scheduleAt(kernel.time());
    }
  }

  /** Replicas became ready or went; requests are given out when all of this instant have. */
  void readyChanged() {
    countReady();
    if (readyCount > 0 && !pending.isEmpty()) {
      dispatching.scheduleAt(kernel.time());
    }
  }

  private void dispatchPending() {
    if (readyCount == 0) {
      startOneIfNone();
      return;
    }
    while (!pending.isEmpty()) {
      dispatch(pending.removeFirst());
    }
  }

  private void countReady() {
    readyCount = 0;
    for (Replica replica : replicaArray) {
      if (replica.state() == State.READY) {
        readyArray[readyCount++] = replica.index;
      }
    }
  }

  private void scale() {
    int wanted = autoscaler.target(this);
    int least = pending.isEmpty() ? spec.minReplicas() : Math.max(1, spec.minReplicas());
    scaleTo(Math.max(least, Math.min(wanted, spec.maxReplicas())));
    scaling.scheduleAt(kernel.time() + autoscaler.periodSeconds());
  }

  private void scaleTo(int wanted) {
    int present = readyCount + startingReplicas();
    for (State from : new State[] {State.DRAINING, State.STOPPED}) {
      for (int i = 0; i < replicaArray.length && present < wanted; i++) {
        if (replicaArray[i].state() == from) {
          grow(replicaArray[i]);
          present++;
        }
      }
    }
    for (State from : new State[] {State.WAITING, State.STARTING, State.READY}) {
      for (int i = replicaArray.length - 1; i >= 0 && present > wanted; i--) {
        if (replicaArray[i].state() == from) {
          replicaArray[i].drain();
          present--;
        }
      }
    }
    readyChanged();
  }

  private static void grow(Replica replica) {
    if (replica.state() == State.DRAINING) {
      replica.keep();
    } else {
      replica.request(false);
    }
  }

  @Override
  public double time() {
    return kernel.time();
  }

  @Override
  public int readyReplicas() {
    return readyCount;
  }

  @Override
  public int startingReplicas() {
    int count = 0;
    for (Replica replica : replicaArray) {
      count += replica.state() == State.WAITING || replica.state() == State.STARTING ? 1 : 0;
    }
    return count;
  }

  @Override
  public int pendingRequests() {
    return pending.size();
  }

  @Override
  public int outstanding(int ready) {
    return replicaArray[readyArray[ready]].outstanding();
  }

  @Override
  public int freeKvBlocks(int ready) {
    return replicaArray[readyArray[ready]].freeBlocks();
  }

  @Override
  public int outstandingRequests() {
    int count = pending.size();
    for (Replica replica : replicaArray) {
      count += replica.outstanding();
    }
    return count;
  }

  /** The next look of the autoscaler. */
  private static final class Scaling extends EngineEvent {
    private final Service service;

    Scaling(Service service) {
      super(service.kernel, Phase.SAMPLE);
      this.service = service;
    }

    @Override
    public void actions() {
      service.scale();
    }

    @Override
    public EngineEvent counterpartIn(EventHost copy) {
      return ((ServingHost) copy).services().service(service.index).scaling;
    }
  }

  /** Requests that have waited for a replica get one. */
  private static final class Dispatching extends EngineEvent {
    private final Service service;

    Dispatching(Service service) {
      super(service.kernel, Phase.TRANSFER);
      this.service = service;
    }

    @Override
    public void actions() {
      service.dispatchPending();
    }

    @Override
    public EngineEvent counterpartIn(EventHost copy) {
      return ((ServingHost) copy).services().service(service.index).dispatching;
    }
  }
}
