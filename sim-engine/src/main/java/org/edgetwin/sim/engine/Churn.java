package org.edgetwin.sim.engine;

import org.edgetwin.sim.fleet.Availability;
import org.edgetwin.sim.fleet.AvailabilityModel;
import org.edgetwin.sim.fleet.NodeProcess;
import org.edgetwin.sim.fleet.NodeState;
import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.fleet.Presence;
import org.edgetwin.sim.kernel.EngineEvent;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.scheduling.EngineNotice;

/**
 * Nodes that come and go: as their {@link Availability} says, random ones each by a process of its
 * own, or because a scheduler drains them.
 */
final class Churn {
  private final SimulatedCluster cluster;
  private final AvailabilityChange[] eventArray;

  /** Null for nodes that do not come and go by a process. */
  private final NodeProcess[] processArray;

  private int drainingNodes;

  /** How many planned changes of a node have happened. */
  private final int[] changeCountArray;

  /** Puts every node into the state it has at time 0. */
  Churn(SimulatedCluster cluster, Streams streams) {
    this.cluster = cluster;
    int nodes = cluster.fleet().nodeCount();
    eventArray = new AvailabilityChange[nodes];
    processArray = new NodeProcess[nodes];
    changeCountArray = new int[nodes];
    for (int node = 0; node < nodes; node++) {
      NodeView view = cluster.fleet().node(node);
      Availability availability = view.spec().availability();
      if (!(availability instanceof Availability.Always)) {
        eventArray[node] = new AvailabilityChange(cluster, node);
      }
      if (availability instanceof AvailabilityModel model) {
        processArray[node] = model.start(view.spec().name(), streams);
        NodeState state = processArray[node].presence().state();
        if (state != view.state()) {
          cluster.fleet().setState(node, state);
        }
      }
    }
  }

  Churn(SimulatedCluster cluster, Churn other) {
    this.cluster = cluster;
    eventArray = new AvailabilityChange[other.eventArray.length];
    processArray = new NodeProcess[eventArray.length];
    changeCountArray = other.changeCountArray.clone();
    drainingNodes = other.drainingNodes;
    for (int node = 0; node < eventArray.length; node++) {
      if (other.eventArray[node] != null) {
        eventArray[node] = new AvailabilityChange(cluster, node);
      }
      if (other.processArray[node] != null) {
        processArray[node] = other.processArray[node].copy();
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
    NodeProcess process = processArray[node];
    if (process == null) {
      Availability.Planned planned = planned(node);
      change(node, planned.changes().get(changeCountArray[node]++).state());
    } else {
      NodeState before = process.presence().state();
      process.change();
      Presence presence = process.presence();
      // What a scheduler drains stays so while its own process keeps it on.
      if (presence.state() != before) {
        change(node, presence.state(), presence.endReason());
      }
    }
    scheduleNext(node);
  }

  private Availability.Planned planned(int node) {
    return (Availability.Planned) cluster.fleet().node(node).spec().availability();
  }

  /** A node becomes something else by plan, or because a scheduler says so. */
  void change(int node, NodeState state) {
    change(node, state, state == NodeState.FAILED ? "failed" : "left");
  }

  /** A node becomes something else; when it goes away, so do the jobs on it. */
  private void change(int node, NodeState state, String why) {
    NodeState before = cluster.fleet().node(node).state();
    if (before == state) {
      return;
    }
    drainingNodes += (state == NodeState.DRAINING ? 1 : 0) - (before == NodeState.DRAINING ? 1 : 0);
    if (!state.runsJobs()) {
      // While its jobs leave, nothing may come.
      cluster.fleet().setState(node, NodeState.DRAINING);
      cluster.lifecycle().evictAll(node, why);
    }
    cluster.fleet().setState(node, state);
    int group = cluster.fleet().node(node).group();
    cluster.recorder().nodesChanged(group);
    cluster.groupChanged(group);
    tell(node);
  }

  /** Tells every scheduler that wants to hear of nodes. */
  private void tell(int node) {
    int owner = cluster.fleet().group(cluster.fleet().node(node).group()).virtualCluster();
    for (int vc = 0; vc < cluster.virtualClusterCount(); vc++) {
      if (cluster.tenant(vc).hears(EngineNotice.Kind.NODE_CHANGED)) {
        cluster.tell(cluster.tenant(vc), new EngineNotice.NodeChanged(owner, node));
      }
    }
  }

  /** Nodes that take nothing new. */
  int drainingNodes() {
    return drainingNodes;
  }

  private void scheduleNext(int node) {
    NodeProcess process = processArray[node];
    if (process == null) {
      Availability.Planned planned = planned(node);
      int next = changeCountArray[node];
      if (next < planned.changes().size()) {
        eventArray[node].scheduleAt(planned.changes().get(next).time());
      }
    } else if (process.nextChange() < Double.POSITIVE_INFINITY) {
      // A node that has left for good has no event, or it would keep the run alive.
      eventArray[node].scheduleAt(process.nextChange());
    }
  }
}
