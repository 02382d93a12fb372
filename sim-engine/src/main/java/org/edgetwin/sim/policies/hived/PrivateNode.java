package org.edgetwin.sim.policies.hived;

import org.edgetwin.sim.fleet.NodeSpec;
import org.edgetwin.sim.fleet.NodeState;
import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.job.Demand;

/**
 * A node as the owner of some of its cells sees it: no GPU of others is ever free, and as many
 * count as free as its largest free cell has, so that a gang fits if and only if a cell is there
 * for it.
 */
final class PrivateNode implements NodeView {
  private final NodeView node;
  private final long ownMask;
  private final boolean idle;

  /** Version of the node that {@link #largest} is about; 0 before it was looked at. */
  private int seen;

  private int largest;

  /**
   * A view of a node.
   *
   * @param ownMask its GPUs that belong to the owner, as bits
   * @param idle whether to look as if it were up and nobody held anything
   */
  PrivateNode(NodeView node, long ownMask, boolean idle) {
    this.node = node;
    this.ownMask = ownMask;
    this.idle = idle;
  }

  boolean owns(int gpu) {
    return (ownMask >>> gpu & 1) != 0;
  }

  @Override
  public int freeGpus() {
    if (seen != node.version()) {
      seen = node.version();
      long free = idle ? ownMask : Cells.free(node) & ownMask;
      largest = Cells.largestFree(free, spec().gpuCount());
    }
    return largest;
  }

  @Override
  public int freeMilli(int gpu) {
    if (!owns(gpu)) {
      return 0;
    }
    return idle ? Demand.WHOLE_GPU : node.freeMilli(gpu);
  }

  @Override
  public double freeGpuMemoryGb(int gpu) {
    return owns(gpu) ? node.freeGpuMemoryGb(gpu) : 0;
  }

  @Override
  public int index() {
    return node.index();
  }

  @Override
  public NodeSpec spec() {
    return node.spec();
  }

  @Override
  public NodeState state() {
    return idle ? NodeState.UP : node.state();
  }

  @Override
  public int group() {
    return node.group();
  }

  @Override
  public int freeCpuMilli() {
    return idle ? spec().cpuMilli() : node.freeCpuMilli();
  }

  @Override
  public int freeMemoryMib() {
    return idle ? spec().memoryMib() : node.freeMemoryMib();
  }

  @Override
  public int residentCount(int gpu) {
    return node.residentCount(gpu);
  }

  @Override
  public int version() {
    return node.version();
  }

  @Override
  public int[] residents(int gpu) {
    return node.residents(gpu);
  }
}
