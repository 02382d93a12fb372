package org.edgetwin.gpu.collective;

import org.edgetwin.gpu.table.Require;

/**
 * All-reduce over nodes of several GPUs: the GPUs of a node scatter their sums among them, each
 * GPU's share goes around a ring of the nodes, and the node gathers the result,
 *
 * <pre>t = 2 (g - 1) (startup_in + bytes / g / bandwidth_in)
 *     + 2 (N - 1) (startup_out + bytes / g / N / bandwidth_out) </pre>
 *
 * <p>Every GPU drives its own share of the way out, so {@code between} is the bandwidth that one
 * GPU has to the next node while all of the node's GPUs send.
 *
 * @param inside between the GPUs of a node
 * @param gpusPerNode g
 * @param between from one GPU to its partner in the next node
 * @param nodes N
 */
public record TwoLevelAllReduce(Link inside, int gpusPerNode, Link between, int nodes)
    implements AllReduce {
  public TwoLevelAllReduce {
    Require.atLeast("gpusPerNode", gpusPerNode, 1);
    Require.atLeast("nodes", nodes, 1);
  }

  @Override
  public int workers() {
    return gpusPerNode * nodes;
  }

  @Override
  public double seconds(double bytes) {
    return new RingAllReduce(inside, gpusPerNode).seconds(bytes)
        + new RingAllReduce(between, nodes).seconds(bytes / gpusPerNode);
  }
}
