package org.edgetwin.sim.engine;

import java.util.List;
import org.edgetwin.sim.fleet.Allocation;
import org.edgetwin.sim.fleet.Fleet;
import org.edgetwin.sim.job.Elasticity;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.Slice;

/**
 * Carries out resizes. Jobs that get other GPUs give theirs back before any action of the decision
 * is carried out, so that they may swap them; they pay their restart. A change of the batch alone
 * costs nothing: workers take another batch between two steps.
 */
final class Resizing {
  private final SimulatedCluster cluster;

  Resizing(SimulatedCluster cluster) {
    this.cluster = cluster;
  }

  /** All jobs that are to get other GPUs give theirs back. */
  void vacate(List<Action> actions, Actuator actuator) {
    for (int i = 0; i < actions.size(); i++) {
      if (actions.get(i) instanceof Action.Resize resize) {
        Job job = actuator.job(resize.job());
        if (job.state.holdsGpus() && !holdsExactly(job.allocation, resize.placement())) {
          requireAllowed(job, resize);
          cluster.lifecycle().vacate(job);
        }
      }
    }
  }

  /** A job gets the GPUs and the batch that it is to have. */
  void resize(Job job, Action.Resize resize) {
    requireAllowed(job, resize);
    if (!job.state.holdsGpus()) {
      throw refuse(job, "it is " + job.state);
    }
    if (job.allocation != null) {
      if (!holdsExactly(job.allocation, resize.placement())) {
        throw refuse(job, "it is resized twice in one decision");
      }
      cluster.lifecycle().changeBatch(job, resize.batch());
      return;
    }
    Allocation planned = cluster.plan().recall(resize.placement());
    Allocation allocation =
        planned != null ? planned : cluster.resolver().resolve(job, resize.placement());
    if (!cluster.fleet().take(allocation)) {
      throw refuse(job, "its GPUs are not all free");
    }
    job.elastic.batch = resize.batch();
    job.account.resized();
    cluster.lifecycle().occupy(job, allocation);
  }

  private void requireAllowed(Job job, Action.Resize resize) {
    Elasticity elasticity = job.elasticity();
    if (elasticity == null) {
      throw refuse(job, "it is rigid");
    }
    int batch = resize.batch();
    if (elasticity.batchMayChange()
        ? batch < elasticity.leastBatch() || batch > elasticity.mostBatch()
        : batch != job.elastic.batch) {
      throw refuse(
          job,
          "its batch cannot be "
              + batch
              + (elasticity.batchMayChange()
                  ? ": it is " + elasticity.leastBatch() + " to " + elasticity.mostBatch()
                  : ": it stays " + job.elastic.batch));
    }
    if (!elasticity.gpuTypeMayChange() && !isSameModel(job, resize.placement())) {
      throw refuse(job, "its GPU type may not change");
    }
  }

  private boolean isSameModel(Job job, Placement placement) {
    Fleet fleet = cluster.fleet();
    int group = fleet.node(placement.slices().get(0).node()).group();
    return job.lastGroup < 0
        || fleet.group(job.lastGroup).gpuModel().equals(fleet.group(group).gpuModel());
  }

  private static boolean holdsExactly(Allocation allocation, Placement placement) {
    List<Slice> slices = placement.slices();
    int[] nodes = allocation.nodes();
    if (slices.size() != nodes.length) {
      return false;
    }
    for (Slice slice : slices) {
      int i = 0;
      while (i < nodes.length && nodes[i] != slice.node()) {
        i++;
      }
      if (i == nodes.length
          || (slice.gpu() == Slice.ANY
              ? Long.bitCount(allocation.gpuMasks()[i]) != slice.count()
              : allocation.gpuMasks()[i] != slice.gpuMask())) {
        return false;
      }
    }
    return true;
  }

  private static IllegalDecisionException refuse(Job job, String why) {
    return new IllegalDecisionException("Job " + job.name() + " cannot be resized: " + why + ".");
  }
}
