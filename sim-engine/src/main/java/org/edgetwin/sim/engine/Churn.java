package org.edgetwin.sim.engine;

import org.edgetwin.sim.fleet.Availability;
import org.edgetwin.sim.fleet.NodeState;
import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.kernel.EngineEvent;
import org.edgetwin.sim.kernel.Streams;
import umontreal.ssj.rng.RandomStream;

/** Lets nodes come and go as their {@link Availability} says, each from a stream of its own. */
final class Churn {
  private final SimulatedCluster cluster;
  private final AvailabilityChange[] eventArray;
  private final RandomStream[] streamArray;

  Churn(SimulatedCluster cluster, Streams streams) {
    this.cluster = cluster;
    int nodes = cluster.fleet().nodeCount();
    eventArray = new AvailabilityChange[nodes];
    streamArray = new RandomStream[nodes];
    for (int node = 0; node < nodes; node++) {
      NodeView view = cluster.fleet().node(node);
      if (view.spec().availability() instanceof Availability.Renewal) {
        eventArray[node] = new AvailabilityChange(cluster, node);
        streamArray[node] = streams.stream("availability/" + view.spec().name());
      }
    }
  }

  Churn(SimulatedCluster cluster, Churn other) {
    this.cluster = cluster;
    eventArray = new AvailabilityChange[other.eventArray.length];
    streamArray = new RandomStream[eventArray.length];
    for (int node = 0; node < eventArray.length; node++) {
      if (other.eventArray[node] != null) {
        eventArray[node] = new AvailabilityChange(cluster, node);
        streamArray[node] = Streams.copyOf(other.streamArray[node]);
      }
    }
  }

  /** Schedules the first change of every node. */
  void begin() {
    for (int node = 0; node < eventArray.length; node++) {
      if (eventArray[node] != null) {
        scheduleNext(node);
      }
    }
  }

  EngineEvent event(int node) {
    return eventArray[node];
  }

  void onChange(int node) {
    NodeView view = cluster.fleet().node(node);
    Availability.Renewal renewal = (Availability.Renewal) view.spec().availability();
    boolean goes = view.state().runsJobs();
    cluster.changeNode(node, goes ? renewal.cause() : NodeState.UP);
    scheduleNext(node);
  }

  private void scheduleNext(int node) {
    NodeView view = cluster.fleet().node(node);
    Availability.Renewal renewal = (Availability.Renewal) view.spec().availability();
    double stay =
        view.state().runsJobs()
            ? renewal.up().sample(streamArray[node])
            : renewal.away().sample(streamArray[node]);
    eventArray[node].scheduleAt(cluster.now() + stay);
  }
}
