package org.edgetwin.sim.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.sim.fleet.Fleet;
import org.edgetwin.sim.fleet.NodeState;
import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.fragmentation.Fragments;
import org.edgetwin.sim.fragmentation.TaskMix;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.metrics.DemandCurve;

/**
 * Keeps what was given out at every percent of the fleet's GPUs that jobs asked for, and which
 * nodes had changed since the percent before. Fragmentation is worked out from that in the end,
 * when all demands are known.
 */
final class DemandRecord {
  private static final int PERCENT = 100;

  /** A bound on memory, for jobs that come and go for ever. */
  private static final int MOST_POINTS = 10_001;

  private final Fleet fleet;
  private final long fleetMilli;
  private final TaskMix mix;
  private final List<Point> points;

  /** By node, as of the last point. */
  private final int[] versionArray;

  private long askedMilli;
  private double lastArrivalTime = Double.NEGATIVE_INFINITY;

  private record Point(long heldMilli, List<Idle> changes) {}

  /** What is idle on a node. */
  @SuppressWarnings("ArrayRecordComponent") // compact, and never compared by value
  private record Idle(int node, int[] milli, int cpuMilli) {}

  DemandRecord(Fleet fleet) {
    this.fleet = fleet;
    long gpus = 0;
    for (int group = 0; group < fleet.groupCount(); group++) {
      gpus += fleet.group(group).gpuCount();
    }
    fleetMilli = gpus * Demand.WHOLE_GPU;
    mix = new TaskMix();
    points = new ArrayList<>();
    versionArray = new int[fleet.nodeCount()];
  }

  DemandRecord(DemandRecord other, Fleet copiedFleet) {
    fleet = copiedFleet;
    fleetMilli = other.fleetMilli;
    mix = new TaskMix(other.mix);
    points = new ArrayList<>(other.points);
    versionArray = other.versionArray.clone();
    askedMilli = other.askedMilli;
    lastArrivalTime = other.lastArrivalTime;
  }

  /**
   * A job comes.
   *
   * @param heldMilli what jobs hold now, thousandths of GPUs
   */
  void submitted(Demand demand, double now, long heldMilli) {
    if (now > lastArrivalTime) {
      reachPoints(heldMilli);
    }
    lastArrivalTime = now;
    askedMilli += demand.totalMilli();
    mix.submitted(demand);
  }

  /** The curve if the run stopped now. */
  DemandCurve curve(long heldMilli) {
    DemandRecord last = new DemandRecord(this, fleet);
    last.reachPoints(heldMilli);
    return last.evaluated();
  }

  private void reachPoints(long heldMilli) {
    while (fleetMilli > 0
        && points.size() < MOST_POINTS
        && askedMilli * PERCENT >= points.size() * fleetMilli) {
      points.add(new Point(heldMilli, changes()));
    }
  }

  private List<Idle> changes() {
    List<Idle> changes = new ArrayList<>();
    for (int n = 0; n < versionArray.length; n++) {
      NodeView node = fleet.node(n);
      if (node.version() != versionArray[n]) {
        versionArray[n] = node.version();
        int[] milli = new int[node.spec().gpuCount()];
        for (int gpu = 0; gpu < milli.length && node.state() == NodeState.UP; gpu++) {
          milli[gpu] = node.freeMilli(gpu);
        }
        changes.add(new Idle(n, milli, node.freeCpuMilli()));
      }
    }
    return changes;
  }

  private DemandCurve evaluated() {
    Map<String, Fragments> fragmentsByModel = new HashMap<>();
    List<TaskMix.Typical> typical = mix.typical();
    double[] allocated = new double[points.size()];
    double[] fragmented = new double[points.size()];
    double[] fragmentByNode = new double[versionArray.length];
    double sum = 0;
    for (int p = 0; p < allocated.length; p++) {
      for (Idle idle : points.get(p).changes()) {
        String model = fleet.node(idle.node()).spec().gpuModel().id();
        double fragment =
            fragmentsByModel
                .computeIfAbsent(model, same -> new Fragments(typical, same))
                .of(idle.milli(), idle.cpuMilli());
        sum += fragment - fragmentByNode[idle.node()];
        fragmentByNode[idle.node()] = fragment;
      }
      allocated[p] = (double) points.get(p).heldMilli() / fleetMilli;
      fragmented[p] = Math.max(0, sum) / fleetMilli;
    }
    return new DemandCurve(allocated, fragmented);
  }
}
