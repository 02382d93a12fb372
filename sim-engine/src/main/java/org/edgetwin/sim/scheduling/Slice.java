package org.edgetwin.sim.scheduling;

/**
 * GPUs on one node.
 *
 * @param node index of the node
 * @param gpu index of the GPU in the node, or {@link #ANY}
 * @param count number of GPUs; 1 if an index is given; 0 for a job that needs no GPU
 */
public record Slice(int node, int gpu, int count) {
  /** Let the cluster choose which free GPUs of the node. */
  public static final int ANY = -1;

  public Slice {
    if (node < 0 || count < 0 || gpu < ANY || (gpu != ANY && count != 1)) {
      throw new IllegalArgumentException(
          "Not a slice: node " + node + ", gpu " + gpu + ", count " + count + ".");
    }
  }

  /** {@code count} free GPUs of a node. */
  public static Slice of(int node, int count) {
    return new Slice(node, ANY, count);
  }
}
