package org.edgetwin.gpu.goodput;

import org.edgetwin.gpu.table.Require;
import org.edgetwin.gpu.training.GangShape;

/**
 * Step time as Pollux [pollux2021] models it,
 *
 * <pre>
 * T   = (T_c^g + T_n^g)^(1/g)
 * T_c = a + b m,   T_n = 0 for one GPU, else x + y (K - 2) </pre>
 *
 * <p>for m samples on each of K GPUs, with one pair (x, y) inside a node and another over nodes. g
 * = 1: computation and exchange follow each other; the larger, the more they overlap.
 *
 * @param computeSeconds a
 * @param computeSecondsPerSample b
 * @param oneNodeSeconds x inside a node
 * @param oneNodeSecondsPerGpu y inside a node
 * @param manyNodesSeconds x over nodes
 * @param manyNodesSecondsPerGpu y over nodes
 * @param overlap g, 1 to 10
 */
public record PolluxStep(
    double computeSeconds,
    double computeSecondsPerSample,
    double oneNodeSeconds,
    double oneNodeSecondsPerGpu,
    double manyNodesSeconds,
    double manyNodesSecondsPerGpu,
    double overlap)
    implements StepTime {
  public PolluxStep {
    Require.notNegative("computeSeconds", computeSeconds);
    Require.positive("computeSecondsPerSample", computeSecondsPerSample);
    Require.notNegative("oneNodeSeconds", oneNodeSeconds);
    Require.notNegative("oneNodeSecondsPerGpu", oneNodeSecondsPerGpu);
    Require.notNegative("manyNodesSeconds", manyNodesSeconds);
    Require.notNegative("manyNodesSecondsPerGpu", manyNodesSecondsPerGpu);
    Require.within("overlap", overlap, 1, 10);
  }

  /** A step that needs no time but for its samples: gangs scale without loss. */
  public static PolluxStep perfect(double secondsPerSample) {
    return new PolluxStep(0, secondsPerSample, 0, 0, 0, 0, 1);
  }

  @Override
  public double seconds(GangShape gang, double batchPerGpu, double stretch) {
    double compute = passSeconds(gang, batchPerGpu, stretch);
    double exchange = exchangeSeconds(gang);
    return overlap == 1
        ? compute + exchange
        : Math.pow(Math.pow(compute, overlap) + Math.pow(exchange, overlap), 1 / overlap);
  }

  @Override
  public double passSeconds(GangShape gang, double batchPerGpu, double stretch) {
    return stretch * (computeSeconds + computeSecondsPerSample * batchPerGpu);
  }

  private double exchangeSeconds(GangShape gang) {
    if (gang.isAlone()) {
      return 0;
    }
    return gang.nodes() == 1
        ? oneNodeSeconds + oneNodeSecondsPerGpu * (gang.gpus() - 2)
        : manyNodesSeconds + manyNodesSecondsPerGpu * (gang.gpus() - 2);
  }
}
