package org.edgetwin.gpu.training;

import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.Spread;
import org.edgetwin.gpu.collective.AllReduce;
import org.edgetwin.gpu.collective.BusBandwidthLaw;
import org.edgetwin.gpu.collective.Link;
import org.edgetwin.gpu.collective.TwoLevelAllReduce;
import org.edgetwin.gpu.inference.GpuGroup;
import org.edgetwin.gpu.table.Require;

/**
 * What the GPUs of a gang reach each other by: inside a node NVLink or PCIe as the GPU has it,
 * between nodes a network card that all GPUs of a node share.
 *
 * <p>GPUs that share a layer are neighbours, then come the copies of a stage, then the stages
 * [narayanan2021]. A gang over nodes fills {@code gpusPerNode} GPUs of each, but stands on two
 * nodes at least.
 *
 * <p>Limits: the inside of a node is a law with the constants of measured A100 and H100 nodes on
 * every GPU's own link; nodes are taken as equal and cards as free of other traffic.
 *
 * @param nicBytesPerSecond of each node's card, each way
 * @param gpusPerNode that a gang over nodes takes of each
 */
public record GangNetwork(double nicBytesPerSecond, int gpusPerNode) {
  /**
   * Of the link's rate that collectives reach, and their start-up: between the A100 (0.51 to 0.57,
   * 38 to 44 us) and H100 (0.73 to 0.86, 26 to 33 us) nodes of {@code collectives/laws.csv}.
   */
  private static final double LINK_SHARE = 0.65;

  private static final double INSIDE_STARTUP_SECONDS = 35e-6;

  /** Of a message from one node to the next: measured between A100 nodes. */
  private static final double BETWEEN_STARTUP_SECONDS = 31e-6;

  private static final double GIGA = 1e9;

  public GangNetwork {
    Require.positive("nicBytesPerSecond", nicBytesPerSecond);
    Require.atLeast("gpusPerNode", gpusPerNode, 1);
  }

  /** Between the GPUs that share a layer. */
  AllReduce layers(GpuModel gpu, ParallelPlan plan, Spread spread) {
    return reduce(gpu, plan.tensor(), 1, plan, spread);
  }

  /** Between the copies of a stage. */
  AllReduce gradients(GpuModel gpu, ParallelPlan plan, Spread spread) {
    return reduce(gpu, plan.data(), plan.tensor(), plan, spread);
  }

  /** From one stage to the next. */
  Link stages(GpuModel gpu, ParallelPlan plan, Spread spread) {
    return spread == Spread.ONE_NODE
        ? new Link(INSIDE_STARTUP_SECONDS, insideRate(gpu))
        : between(plan);
  }

  /** All-reduce of {@code workers} GPUs, every {@code stride}-th of the gang. */
  private AllReduce reduce(
      GpuModel gpu, int workers, int stride, ParallelPlan plan, Spread spread) {
    int inNode = spread == Spread.ONE_NODE ? workers : inNode(workers, stride, plan);
    if (inNode == workers) {
      return new BusBandwidthLaw(new Link(INSIDE_STARTUP_SECONDS, insideRate(gpu)), workers);
    }
    // Of a ring of n the start-up of the whole is that of its 2 (n - 1) hops.
    Link inside = new Link(INSIDE_STARTUP_SECONDS / Math.max(1, 2 * (inNode - 1)), insideRate(gpu));
    return new TwoLevelAllReduce(inside, inNode, between(plan), workers / inNode);
  }

  /** The most of the workers that fit a node, the same number on each. */
  private int inNode(int workers, int stride, ParallelPlan plan) {
    int most = Math.max(1, held(plan) / stride);
    int inNode = Math.min(workers, most);
    while (workers % inNode != 0) {
      inNode--;
    }
    return inNode;
  }

  /** GPUs of a gang over nodes on each of them. */
  private int held(ParallelPlan plan) {
    int nodes = Math.max(2, ceiling(plan.gpus(), gpusPerNode));
    return ceiling(plan.gpus(), nodes);
  }

  private static int ceiling(int dividend, int divisor) {
    return (dividend + divisor - 1) / divisor;
  }

  private static double insideRate(GpuModel gpu) {
    return LINK_SHARE * GIGA * GpuGroup.of(gpu, 1).linkGbs();
  }

  private Link between(ParallelPlan plan) {
    return new Link(BETWEEN_STARTUP_SECONDS, nicBytesPerSecond / held(plan));
  }
}
