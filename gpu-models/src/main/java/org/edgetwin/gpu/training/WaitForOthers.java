package org.edgetwin.gpu.training;

import org.edgetwin.gpu.table.Require;

/**
 * What a step's computation is stretched by in a gang: hosts shared by their GPUs, and the slowest
 * worker of each step. Grows with every doubling of the gang.
 *
 * @param oneNode share per doubling inside a node
 * @param manyNodes share per doubling over nodes
 */
public record WaitForOthers(double oneNode, double manyNodes) {
  public WaitForOthers {
    Require.notNegative("oneNode", oneNode);
    Require.notNegative("manyNodes", manyNodes);
  }

  /** Factor on the computation of one GPU, 1 or more. */
  public double stretch(GangShape gang) {
    return 1 + gang.doublings() * (gang.nodes() == 1 ? oneNode : manyNodes);
  }
}
