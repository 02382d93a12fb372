package org.edgetwin.sim.serving;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.kernel.EngineEvent;
import org.edgetwin.sim.kernel.EventHost;
import org.edgetwin.sim.kernel.Kernel;
import org.edgetwin.sim.kernel.Phase;

/**
 * Services that work off a list of requests, alone on a kernel.
 *
 * <p>Deterministic: the same input gives the same bits. Not thread-safe; independent simulations
 * may run on different threads.
 *
 * <p>Limits: replicas take their GPUs from nowhere, so a start never waits for one; there are no
 * failures.
 */
public final class ServingSimulation implements EventHost {
  private final Kernel kernel = new Kernel();
  private final Sequences sequences;
  private final Service[] serviceArray;
  private final Arrival arrival = new Arrival(this);

  /** The next request to arrive. */
  private int nextArrival;

  /**
   * A simulation at time 0.
   *
   * @param services with their policies
   * @param requests in order of arrival; equal times keep the order of the list
   * @throws IllegalArgumentException if a request arrives before the one listed before it, or goes
   *     to a service that does not exist
   */
  public ServingSimulation(List<ServedBy> services, List<ServingRequest> requests) {
    check(services, requests);
    sequences = new Sequences(requests);
    serviceArray = new Service[services.size()];
    for (int i = 0; i < serviceArray.length; i++) {
      serviceArray[i] = new Service(services.get(i), i, kernel, sequences);
    }
    feed();
  }

  private ServingSimulation(ServingSimulation other) {
    sequences = other.sequences.copy();
    nextArrival = other.nextArrival;
    serviceArray = new Service[other.serviceArray.length];
    for (int i = 0; i < serviceArray.length; i++) {
      serviceArray[i] = new Service(other.serviceArray[i], kernel, sequences);
    }
    other.kernel.copyEventsTo(this);
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

  /** Runs until every request has ended. */
  public ServingSimulation run() {
    while (!sequences.allEnded()) {
      kernel.step();
    }
    return this;
  }

  /** Runs up to and including an instant. */
  public ServingSimulation runUntil(double time) {
    kernel.runUntil(time);
    return this;
  }

  /** An independent copy that continues bit for bit like this one. */
  public ServingSimulation fork() {
    return new ServingSimulation(this);
  }

  private void onArrival() {
    int id = nextArrival++;
    Service service = serviceArray[sequences.service[id]];
    EngineSettings engine = service.spec().engine();
    if (engine.canServe(sequences.promptTokens[id], sequences.outputTokens[id])) {
      service.take(id);
    } else {
      sequences.reject(id);
    }
    feed();
  }

  private void feed() {
    kernel.feed(
        arrival,
        nextArrival < sequences.count()
            ? sequences.arrivalTime[nextArrival]
            : Double.POSITIVE_INFINITY);
  }

  /** What has happened so far. */
  public ServingResult result() {
    List<RequestRecord> records = new ArrayList<>(sequences.count());
    for (int id = 0; id < sequences.count(); id++) {
      records.add(sequences.record(id));
    }
    long iterations = 0;
    double held = 0;
    for (Service service : serviceArray) {
      for (int i = 0; i < service.spec().maxReplicas(); i++) {
        iterations += service.replica(i).stepCount();
        held += service.replica(i).heldSeconds();
      }
    }
    return new ServingResult(records, iterations, held);
  }

  /** What a service looks like now. */
  public ServiceView view(int service) {
    return serviceArray[service];
  }

  @Override
  public Kernel kernel() {
    return kernel;
  }

  Service service(int index) {
    return serviceArray[index];
  }

  /** The next request of the list. */
  private static final class Arrival extends EngineEvent {
    private final ServingSimulation simulation;

    Arrival(ServingSimulation simulation) {
      super(simulation.kernel, Phase.ARRIVAL);
      this.simulation = simulation;
    }

    @Override
    public void actions() {
      simulation.onArrival();
    }

    @Override
    public EngineEvent counterpartIn(EventHost copy) {
      return ((ServingSimulation) copy).arrival;
    }
  }
}
