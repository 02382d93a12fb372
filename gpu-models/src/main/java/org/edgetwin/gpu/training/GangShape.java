package org.edgetwin.gpu.training;

import org.edgetwin.gpu.table.Require;

/**
 * How many GPUs a job has, over how many nodes.
 *
 * @param nodes 1 or more
 * @param gpus in all, at least one in each node
 */
public record GangShape(int nodes, int gpus) {
  public GangShape {
    Require.atLeast("nodes", nodes, 1);
    Require.atLeast("gpus", gpus, nodes);
  }

  /** Whether there is nobody to exchange gradients with. */
  public boolean isAlone() {
    return gpus == 1;
  }

  /** Doublings from one GPU to this gang: log2 of its GPUs. */
  public double doublings() {
    return Math.log(gpus) / Math.log(2);
  }
}
