package org.edgetwin.sim.policies.hived;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.Capability;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.EngineNotice;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.PlacementChoice;
import org.edgetwin.sim.scheduling.PlacementPolicy;
import org.edgetwin.sim.scheduling.ScoreTerm;
import org.edgetwin.sim.scheduling.Slice;

/**
 * Cells of HiveD [hived] around another placement: a virtual cluster's quota is a set of cells
 * ({@link OwnCells}), so that what others do in theirs never breaks up a place for its gangs. The
 * other placement works in a cluster of these cells alone ({@link PrivateCluster}) and chooses the
 * nodes; on each node the gang then takes the smallest free cell that holds it ({@link Cells}): a
 * larger one is split only if there is no free one of that size, and halves merge when both are
 * free. Where the other placement chooses a node on which no free cell holds the gang, {@link
 * SmallestCell} chooses.
 *
 * <p>Differs from [hived]: cells are bound to machines for good, where the paper binds them when
 * they are used and so can move them off bad machines; there are no levels above the node, no
 * pinned cells, and no opportunistic jobs that use free cells of others and are preempted. A job
 * that its cluster's cells could not hold even if all were free is left to the other placement, on
 * all machines.
 */
final class Hived implements PlacementPolicy {
  private final PlacementPolicy inner;

  /** What {@link #inner} is outside the cells: it must not mix what it remembers of both. */
  private final PlacementPolicy outer;

  private final SmallestCell smallest = new SmallestCell();

  /** By node: GPUs of the own cells, as bits; null before the fleet was seen. */
  private long[] ownMaskArray;

  /** Null before the fleet was seen. */
  private PrivateCluster own;

  private PrivateCluster idle;

  /**
   * Cells around a placement.
   *
   * @param outer the same placement for jobs that the cells cannot hold
   */
  Hived(PlacementPolicy inner, PlacementPolicy outer) {
    this.inner = inner;
    this.outer = outer;
  }

  private PrivateCluster own(ClusterView view) {
    if (own == null || !own.isOf(view)) {
      if (ownMaskArray == null) {
        ownMaskArray = OwnCells.of(view.fleet(), view.virtualCluster());
      }
      own = new PrivateCluster(view, new PrivateFleet(view.fleet(), ownMaskArray, false));
      idle = new PrivateCluster(view, new PrivateFleet(view.fleet(), ownMaskArray, true));
    }
    return own;
  }

  @Override
  public void begin(ClusterView view) {
    inner.begin(own(view));
    outer.begin(view);
  }

  @Override
  public void on(EngineNotice notice, ClusterView view) {
    inner.on(notice, own(view));
    outer.on(notice, view);
  }

  @Override
  public Set<EngineNotice.Kind> listensTo() {
    return inner.listensTo();
  }

  @Override
  public PlacementChoice choose(JobView job, ClusterView view) {
    if (job.demand().gpus() == 0) {
      return outer.choose(job, view);
    }
    PrivateCluster cells = own(view);
    PlacementChoice choice = inner.choose(job, cells);
    if (choice instanceof Placement placement) {
      Placement inCells = inCells(placement, cells);
      return inCells == null ? smallest.choose(job, cells) : inCells;
    }
    boolean never = choice instanceof PlacementChoice.Misfit && !SmallestCell.holds(job, idle);
    return never ? outer.choose(job, view) : choice;
  }

  /** The same nodes with the GPUs of cells; null if a node has no cell for what it is to give. */
  private static Placement inCells(Placement placement, ClusterView cells) {
    List<Slice> slices = new ArrayList<>(placement.slices().size());
    for (Slice slice : placement.slices()) {
      NodeView node = cells.fleet().node(slice.node());
      boolean joins =
          slice.gpu() != Slice.ANY
              && placement.milli() < Demand.WHOLE_GPU
              && node.residentCount(slice.gpu()) > 0;
      int position = joins ? slice.gpu() : Cells.positionFor(node, slice.count());
      if (position == Cells.NONE) {
        return null;
      }
      slices.add(new Slice(slice.node(), position, slice.count()));
    }
    return new Placement(slices, placement.milli(), placement.mode());
  }

  @Override
  public boolean mayWait() {
    return inner.mayWait();
  }

  @Override
  public List<ScoreTerm> terms(JobView job, ClusterView view) {
    return inner.terms(job, own(view));
  }

  @Override
  public Set<Capability> needs() {
    Set<Capability> needs = EnumSet.of(Capability.GPU_INDEX);
    needs.addAll(inner.needs());
    return needs;
  }

  @Override
  public Knowledge knowledge() {
    return inner.knowledge();
  }

  @Override
  public PlacementPolicy copy() {
    Hived copy = new Hived(inner.copy(), outer.copy());
    copy.ownMaskArray = ownMaskArray;
    return copy;
  }
}
