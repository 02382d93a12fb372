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
    if (placement.mode() instanceof ShareMode.Mig) {
      throw refuse(job, placement, "the cluster cannot " + placement.mode());
    }
    if (placement.mode() instanceof ShareMode.Packed) {
      requireRigidGang(job, placement);
    }
    int first = firstOfGroup(job, placement.mode());
    if (first != job.id) {
      return besides(job, placement, first);
    }
    boolean shared = placement.mode() instanceof ShareMode.Shared;
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
    requireRuns(job, placement, group, nodes.length > 1);
    return new Allocation(
        job.id,
        job.virtualCluster(),
        group,
        nodes,
        masks,
        placement.gpuCount(),
        placement.mode() instanceof ShareMode.Exclusive ? Demand.WHOLE_GPU : placement.milli(),
        Fleet.megabytes(demand),
        demand.cpuMilli(),
        demand.memoryMib(),
        phase(job, placement));
  }

  /** Who chooses the GPUs of a job: itself, unless it joins a group. */
  private static int firstOfGroup(Job job, ShareMode mode) {
    if (mode instanceof ShareMode.Interleaved turn) {
      return turn.group();
    }
    return mode instanceof ShareMode.Packed packed ? packed.first() : job.id;
  }

  private static void requireRigidGang(Job job, Placement placement) {
    if (!job.demand().wholeGpus() || job.gpus() == 0 || job.elastic != null) {
      throw refuse(job, placement, "only rigid gangs of whole GPUs are packed");
    }
  }

  /** The very GPUs of the job that the group is named after. */
  private Allocation besides(Job job, Placement placement, int firstJob) {
    Allocation first = cluster.plan().given(firstJob);
    boolean turns = placement.mode() instanceof ShareMode.Interleaved;
    if (first == null || !first.isShared() || first.takesTurns() != turns) {
      String purpose = turns ? "take turns on" : "share";
      throw refuse(job, placement, "the group's first job holds no GPUs to " + purpose);
    }
    if (first.gpuCount() != job.gpus() || first.gpuCount() != placement.gpuCount()) {
      throw refuse(job, placement, "the group has " + first.gpuCount() + " GPUs");
    }
    if (first.nodes().length > 1 && job.demand().spanning() == Spanning.ONE_NODE) {
      throw refuse(job, placement, "its GPUs must be in one node");
    }
    requireRuns(job, placement, first.group(), first.nodes().length > 1);
    return new Allocation(
        job.id,
        job.virtualCluster(),
        first.group(),
        first.nodes(),
        first.gpuMasks(),
        first.gpuCount(),
        placement.milli(),
        Fleet.megabytes(job.demand()),
        job.demand().cpuMilli(),
        job.demand().memoryMib(),
        phase(job, placement));
  }

  private static int phase(Job job, Placement placement) {
    if (!(placement.mode() instanceof ShareMode.Interleaved turn)) {
      return Allocation.NO_TURN;
    }
    if (job.spec.stages() == null || !job.demand().wholeGpus() || job.elastic != null) {
      throw refuse(job, placement, "only rigid gangs of whole GPUs with known stages take turns");
    }
    return turn.phase();
  }

  private void requireRuns(Job job, Placement placement, int group, boolean manyNodes) {
    if (job.elastic == null ? !(job.shape.speed(group, manyNodes) > 0) : !job.accepts(group)) {
      throw refuse(job, placement, "it cannot run there");
    }
    if (!cluster.bills().accepts(job, group)) {
      throw refuse(job, placement, "the price there is above its cap now");
    }
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
      int last = slice.gpu() + slice.count() - 1;
      if (last >= node.spec().gpuCount()) {
        throw refuse(job, placement, "node " + node.spec().name() + " has no GPU " + last);
      }
      return slice.gpuMask();
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
