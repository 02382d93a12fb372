package org.edgetwin.gpu.collective;

import org.edgetwin.gpu.table.Require;

/**
 * All-reduce up and down a binary tree, the parts of the array following one another in a pipeline
 * [sanders2009],
 *
 * <pre>t = 2 ceil(log2 n) startup + 2 bytes / bandwidth </pre>
 *
 * <p>Start-ups grow with the depth only: best for small arrays and many workers.
 *
 * @param hop the slowest link of the tree
 * @param workers n
 */
public record TreeAllReduce(Link hop, int workers) implements AllReduce {
  public TreeAllReduce {
    Require.atLeast("workers", workers, 1);
  }

  @Override
  public double seconds(double bytes) {
    if (workers == 1) {
      return 0;
    }
    int depth = Integer.SIZE - Integer.numberOfLeadingZeros(workers - 1);
    return 2 * (depth * hop.startupSeconds() + bytes / hop.bytesPerSecond());
  }
}
