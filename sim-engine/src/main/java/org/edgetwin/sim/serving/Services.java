package org.edgetwin.sim.serving;

import java.util.List;
import java.util.stream.IntStream;
import org.edgetwin.sim.kernel.EngineEvent;
import org.edgetwin.sim.kernel.EventHost;
import org.edgetwin.sim.kernel.Phase;
import org.edgetwin.sim.metrics.ReplicaRecord;
import org.edgetwin.sim.metrics.RequestRecord;

/**
 * Services at work on a list of requests, as a part of a {@link ServingHost}. Who hosts them says
 * where replicas get their GPUs, and tells when they have lost them.
 */
public final class Services {
  private final ServingHost host;
  private final Sequences sequences;
  private final Service[] serviceArray;
  private final Arrival arrival;

  /** The next request to arrive. */
  private int nextArrival;

  /**
   * Services before their first event; see {@link #begin}.
   *
   * @param services with their policies
   * @param requests in order of arrival; equal times keep the order of the list
   * @throws IllegalArgumentException if a request arrives before the one listed before it, or goes
   *     to a service that does not exist
   */
  public Services(
      List<ServedBy> services, List<ServingRequest> requests, ServingHost host, GpuSupply gpus) {
    check(services, requests);
    this.host = host;
    sequences = new Sequences(requests);
    arrival = new Arrival(this);
    serviceArray = new Service[services.size()];
    for (int i = 0; i < serviceArray.length; i++) {
      serviceArray[i] = new Service(services.get(i), i, host.kernel(), sequences, gpus);
    }
  }

  /** A copy in the same state for a fork; the kernel copies the pending events. */
  public Services(Services other, ServingHost host, GpuSupply gpus) {
    this.host = host;
    sequences = other.sequences.copy();
    nextArrival = other.nextArrival;
    arrival = new Arrival(this);
    serviceArray = new Service[other.serviceArray.length];
    for (int i = 0; i < serviceArray.length; i++) {
      serviceArray[i] = new Service(other.serviceArray[i], host.kernel(), sequences, gpus);
    }
  }

  private static void check(List<ServedBy> services, List<ServingRequest> requests) {
    double before = 0;
    for (ServingRequest request : requests) {
      if (request.arrivalTime() < before) {
        throw new IllegalArgumentException(
            "A request arrives at "
                + request.arrivalTime()
                + " s, before the one listed before it. Maybe sort the list by arrivalTime.");
      }
      before = request.arrivalTime();
      if (request.service() < 0 || request.service() >= services.size()) {
        throw new IllegalArgumentException(
            "A request goes to service "
                + request.service()
                + ", but there are "
                + services.size()
                + ".");
      }
    }
  }

  /** Starts the first replicas, and waits for requests. */
  public void begin() {
    for (Service service : serviceArray) {
      service.begin();
    }
    scheduleArrival();
  }

  /** How many services there are. */
  public int count() {
    return serviceArray.length;
  }

  /** Whether every request has arrived and ended. */
  public boolean allEnded() {
    return sequences.allEnded();
  }

  /** Pending events that change nothing by themselves: looks of autoscalers. */
  public int idleEventCount() {
    int count = 0;
    for (Service service : serviceArray) {
      count += service.isScaling() ? 1 : 0;
    }
    return count;
  }

  /** Whether no service has more replicas on GPUs than the least it may have. */
  public boolean areMinimal() {
    for (Service service : serviceArray) {
      if (service.placedReplicas() > service.spec().minReplicas()) {
        return false;
      }
    }
    return true;
  }

  /**
   * A replica that asked for GPUs has them. It begins to load when it also has its data: see {@link
   * #staged}.
   *
   * @param hardware index among those of its service
   * @param nodeGroup where they are
   */
  public void placed(int service, int replica, int hardware, int nodeGroup) {
    serviceArray[service].replica(replica).placed(hardware, nodeGroup);
  }

  /** Image and weights of a replica that has its GPUs are on its machine. */
  public void staged(int service, int replica) {
    serviceArray[service].replica(replica).staged();
  }

  /** Whether a replica that waits for GPUs needs nothing more if it gets them now. */
  public boolean standsReady(int service, int replica) {
    return serviceArray[service].replica(replica).standsReady();
  }

  /**
   * The machine of a replica that holds GPUs does so much of what it promises, from the next
   * iteration on: an iteration takes its time divided by the pace.
   *
   * @param pace above 0; 1 before it is called for the first time
   */
  public void paceChanged(int service, int replica, double pace) {
    if (!(pace > 0 && pace < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "A pace of " + pace + " lets no iteration end. Maybe give a number above 0.");
    }
    serviceArray[service].replica(replica).changePace(pace);
  }

  /**
   * A replica has lost its GPUs, and will get others: {@link #placed} will be called again, unless
   * it was about to stop. Its requests begin anew elsewhere.
   */
  public void lost(int service, int replica) {
    serviceArray[service].replica(replica).lost(true);
  }

  /** A replica has lost its GPUs or its place in the queue for them, and will not get others. */
  public void ended(int service, int replica) {
    serviceArray[service].replica(replica).lost(false);
  }

  /** The requests of a service that have arrived, in order of arrival. */
  public List<RequestRecord> requests(int service) {
    return IntStream.range(0, nextArrival)
        .filter(id -> sequences.service[id] == service)
        .mapToObj(sequences::record)
        .toList();
  }

  /** The stays of a service's replicas on their GPUs, in order of their end; open ones end now. */
  public List<ReplicaRecord> replicas(int service) {
    return serviceArray[service].replicaRecords();
  }

  /** What a service looks like now. */
  public ServiceView view(int service) {
    return serviceArray[service];
  }

  /** Records of all requests, those to come included. */
  List<RequestRecord> allRequests() {
    return IntStream.range(0, sequences.count()).mapToObj(sequences::record).toList();
  }

  /** Iterations of all replicas. */
  long iterations() {
    long sum = 0;
    for (Service service : serviceArray) {
      sum += service.iterations();
    }
    return sum;
  }

  Service service(int index) {
    return serviceArray[index];
  }

  private void onArrival() {
    int id = nextArrival++;
    serviceArray[sequences.service[id]].take(id);
    scheduleArrival();
  }

  private void scheduleArrival() {
    if (nextArrival < sequences.count()) {
      arrival.scheduleAt(sequences.arrivalTime[nextArrival]);
    }
  }

  /** The next request of the list. */
  private static final class Arrival extends EngineEvent {
    private final Services services;

    Arrival(Services services) {
      super(services.host.kernel(), Phase.ARRIVAL);
      this.services = services;
    }

    @Override
    public void actions() {
      services.onArrival();
    }

    @Override
    public EngineEvent counterpartIn(EventHost copy) {
      return ((ServingHost) copy).services().arrival;
    }
  }
}
