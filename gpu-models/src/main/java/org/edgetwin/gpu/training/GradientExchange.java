package org.edgetwin.gpu.training;

import org.edgetwin.gpu.table.Require;

/**
 * How long the gradients of a job take to be added up, by where its GPUs lie,
 *
 * <pre>X = x (1 + b log2(K / 2)) </pre>
 *
 * <p>for K GPUs: x is the time of two GPUs in one node, of two GPUs in two nodes, or of a gang over
 * more nodes counted back to two GPUs. Pollux [pollux2021] takes x + b' (K - 2) instead, which fits
 * nearly as well and goes wrong beyond the measured gangs.
 *
 * @param oneNodeSeconds x inside a node
 * @param twoNodesSeconds x over two nodes
 * @param moreNodesSeconds x over three and more nodes
 * @param growthPerDoubling b
 */
public record GradientExchange(
    double oneNodeSeconds,
    double twoNodesSeconds,
    double moreNodesSeconds,
    double growthPerDoubling) {
  public GradientExchange {
    Require.positive("oneNodeSeconds", oneNodeSeconds);
    Require.positive("twoNodesSeconds", twoNodesSeconds);
    Require.positive("moreNodesSeconds", moreNodesSeconds);
    Require.notNegative("growthPerDoubling", growthPerDoubling);
  }

  /** Seconds of the exchange, hidden or not; 0 for one GPU. */
  public double seconds(GangShape gang) {
    return gang.isAlone() ? 0 : pair(gang) * (1 + growthPerDoubling * (gang.doublings() - 1));
  }

  private double pair(GangShape gang) {
    return switch (gang.nodes()) {
      case 1 -> oneNodeSeconds;
      case 2 -> twoNodesSeconds;
      default -> moreNodesSeconds;
    };
  }
}
