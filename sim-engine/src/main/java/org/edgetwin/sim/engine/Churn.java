package org.edgetwin.sim.engine;

import org.edgetwin.sim.fleet.Availability;
import org.edgetwin.sim.fleet.NodeState;
import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.kernel.EngineEvent;
import org.edgetwin.sim.kernel.Streams;
import umontreal.ssj.rng.RandomStream;

/**
 * Nodes that come and go: as their {@link Availability} says, random ones each from a stream of its
 * own, or because a scheduler drains them.
 */
final class Churn {
  private final SimulatedCluster cluster;
  private final AvailabilityChange[] eventArray;
  private final RandomStream[] streamArray;

  private int drainingNodes;

  /** How many planned changes of a node have happened. */
  private final int[] changeCountArray;

  Churn(SimulatedCluster cluster, Streams streams) {
    this.cluster = cluster;
    int nodes = cluster.fleet().nodeCount();
    eventArray = new AvailabilityChange[nodes];
    streamArray = new RandomStream[nodes];
    changeCountArray = new int[nodes];
    for (int node = 0; node < nodes; node++) {
      NodeView view = cluster.fleet().node(node);
      Availability availability = view.spec().availability();
      if (!(availability instanceof Availability.Always)) {
        eventArray[node] = new AvailabilityChange(cluster, node);
      }
      if (availability instanceof Availability.Renewal) {
        streamArray[node] = streams.stream("availability/" + view.spec().name());
      }
    }
  }

  Churn(SimulatedCluster cluster, Churn other) {
    this.cluster = cluster;
    eventArray = new AvailabilityChange[other.eventArray.length];
    streamArray = new RandomStream[eventArray.length];
    changeCountArray = other.changeCountArray.clone();
    drainingNodes = other.drainingNodes;
    for (int node = 0; node < eventArray.length; node++) {
      if (other.eventArray[node] != null) {
        eventArray[node] = new AvailabilityChange(cluster, node);
      }
      if (other.streamArray[node] != null) {
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
    Availability availability = view.spec().availability();
    if (availability instanceof Availability.Planned planned) {
      change(node, planned.changes().get(changeCountArray[node]++).state());
    } else if (availability instanceof Availability.Renewal renewal) {
      change(node, view.state().runsJobs() ? renewal.cause() : NodeState.UP);
    }
    scheduleNext(node);
  }

  /** A node becomes something else; when it goes away, so do the jobs on it. */
  void change(int node, NodeState state) {
    NodeState before = cluster.fleet().node(node).state();
    if (before == state) {
      return;
    }
    drainingNodes += (state == NodeState.DRAINING ? 1 : 0) - (before == NodeState.DRAINING ? 1 : 0);
    if (!state.runsJobs()) {
      // While its jobs leave, nothing may come.
      cluster.fleet().setState(node, NodeState.DRAINING);
      cluster.lifecycle().evictAll(node, state == NodeState.FAILED ? "failed" : "left");
    }
    cluster.fleet().setState(node, state);
    int group = cluster.fleet().node(node).group();
    cluster.recorder().nodesChanged(group);
    cluster.groupChanged(group);
    cluster.tellNodeChanged(node);
  }

  /** Nodes that take nothing new. */
  int drainingNodes() {
    return drainingNodes;
  }

  private void scheduleNext(int node) {
    NodeView view = cluster.fleet().node(node);
    Availability availability = view.spec().availability();
    if (availability instanceof Availability.Planned planned) {
      int next = changeCountArray[node];
      if (next < planned.changes().size()) {
        eventArray[node].scheduleAt(planned.changes().get(next).time());
      }
    } else if (availability instanceof Availability.Renewal renewal) {
      boolean up = view.state().runsJobs();
      double stay = (up ? renewal.up() : renewal.away()).sample(streamArray[node]);
      eventArray[node].scheduleAt(cluster.now() + stay);
    }
  }
}
