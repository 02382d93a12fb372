package org.edgetwin.sim.engine;

import java.util.List;
import org.edgetwin.sim.fleet.Allocation;
import org.edgetwin.sim.fleet.Fleet;
import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.Elasticity;
import org.edgetwin.sim.job.Spanning;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.ShareMode;
import org.edgetwin.sim.scheduling.Slice;

/** Turns a placement into the very GPUs it means now, and refuses one that the job cannot have. */
final class PlacementResolver {
  private final SimulatedCluster cluster;

  PlacementResolver(SimulatedCluster cluster) {
    this.cluster = cluster;
  }

  /**
   * The GPUs that a placement means; {@link Slice#ANY} becomes the free ones of lowest index.
   *
   * @throws IllegalDecisionException if the placement does not suit the job
   */
  Allocation resolve(Job job, Placement placement) {
    List<Slice> slices = placement.slices();
    Demand demand = job.demand();
    boolean shared = placement.mode() instanceof ShareMode.Shared;
    if (!shared && !(placement.mode() instanceof ShareMode.Exclusive)) {
      throw refuse(job, placement, "the cluster cannot " + placement.mode());
    }
    if (!job.allows(placement.gpuCount())) {
      throw refuse(job, placement, "it needs " + wanted(job) + " GPUs");
    }
    if (slices.size() > 1 && demand.spanning() == Spanning.ONE_NODE) {
      throw refuse(job, placement, "its GPUs must be in one node");
    }
    int[] nodes = new int[slices.size()];
    long[] masks = new long[nodes.length];
    int group = groupOf(job, placement);
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = slices.get(i).node();
      requireFirstSlice(job, placement, nodes, i);
      masks[i] = mask(job, placement, slices.get(i), shared);
    }
    if (job.elastic == null
        ? !(job.shape.speed(group, nodes.length > 1) > 0)
        : !job.accepts(group)) {
      throw refuse(job, placement, "it cannot run there");
    }
    if (!cluster.bills().accepts(job, group)) {
      throw refuse(job, placement, "the price there is above its cap now");
    }
    return new Allocation(
        job.id,
        job.virtualCluster(),
        group,
        nodes,
        masks,
        placement.gpuCount(),
        shared ? placement.milli() : Demand.WHOLE_GPU,
        Fleet.megabytes(demand),
        demand.cpuMilli(),
        demand.memoryMib());
  }

  private static String wanted(Job job) {
    Elasticity elasticity = job.elasticity();
    return elasticity == null
        ? Integer.toString(job.gpus())
        : elasticity.leastGpus() + " to " + elasticity.mostGpus();
  }

  /** Two slices of one node would mean the same GPUs twice. */
  private static void requireFirstSlice(Job job, Placement placement, int[] nodes, int last) {
    for (int i = 0; i < last; i++) {
      if (nodes[i] == nodes[last]) {
        throw refuse(job, placement, "node " + nodes[last] + " is named twice");
      }
    }
  }

  private int groupOf(Job job, Placement placement) {
    int group = -1;
    for (Slice slice : placement.slices()) {
      if (slice.node() >= cluster.fleet().nodeCount()) {
        throw refuse(job, placement, "there is no node " + slice.node());
      }
      int nodeGroup = cluster.fleet().node(slice.node()).group();
      if (group >= 0 && group != nodeGroup) {
        throw refuse(job, placement, "its GPUs must be of one node group");
      }
      group = nodeGroup;
    }
    return group;
  }

  private long mask(Job job, Placement placement, Slice slice, boolean shared) {
    NodeView node = cluster.fleet().node(slice.node());
    if (slice.gpu() != Slice.ANY) {
      if (slice.gpu() >= node.spec().gpuCount()) {
        throw refuse(job, placement, "node " + node.spec().name() + " has no GPU " + slice.gpu());
      }
      return 1L << slice.gpu();
    }
    if (shared) {
      throw refuse(job, placement, "a share needs the index of its GPU");
    }
    if (node.freeGpus() < slice.count()) {
      throw refuse(
          job, placement, "node " + node.spec().name() + " has " + node.freeGpus() + " free GPUs");
    }
    return cluster.fleet().lowestFree(slice.node(), slice.count());
  }

  private static IllegalDecisionException refuse(Job job, Placement placement, String why) {
    return new IllegalDecisionException(
        "Job " + job.name() + " cannot be placed at " + placement + ": " + why + ".");
  }
}
