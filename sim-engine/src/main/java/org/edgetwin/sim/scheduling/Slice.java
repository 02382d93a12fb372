package org.edgetwin.sim.scheduling;

/**
 * GPUs on one node.
 *
 * @param node index of the node
 * @param gpu index of the GPU in the node, of the first one of consecutive GPUs, or {@link #ANY}
 * @param count number of GPUs; 0 for a job that needs no GPU
 */
public record Slice(int node, int gpu, int count) {
  /** Let the cluster choose which free GPUs of the node. */
  public static final int ANY = -1;

  public Slice {
    if (node < 0 || count < 0 || gpu < ANY || (gpu != ANY && count == 0)) {
      throw new IllegalArgumentException(
          "Not a slice: node " + node + ", gpu " + gpu + ", count " + count + ".");
    }
  }

  /** The GPUs as bits; only if an index is given. */
  public long gpuMask() {
    return mask(gpu, count);
  }

  /** Consecutive GPUs as bits. */
  public static long mask(int gpu, int count) {
    return (count == Long.SIZE ? -1L : (1L << count) - 1) << gpu;
  }

  /** {@code count} free GPUs of a node. */
  public static Slice of(int node, int count) {
    return new Slice(node, ANY, count);
  }
}
