package org.edgetwin.gpu.collective;

import org.edgetwin.gpu.table.Require;

/**
 * The workers of one operation and how they lie.
 *
 * @param system such as {@code a100-dgx}
 * @param workers in all
 * @param perNode in each node; all nodes hold the same number
 */
public record Group(String system, int workers, int perNode) {
  public Group {
    Require.atLeast("workers", workers, 1);
    Require.atLeast("perNode", perNode, 1);
    if (workers % perNode != 0) {
      throw new IllegalArgumentException(
          "%d workers do not fill nodes of %d. Maybe the gang is uneven: take the fullest node."
              .formatted(workers, perNode));
    }
  }

  /** Nodes that take part. */
  public int nodes() {
    return workers / perNode;
  }
}
