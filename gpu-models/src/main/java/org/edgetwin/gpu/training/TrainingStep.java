package org.edgetwin.gpu.training;

import org.edgetwin.gpu.table.Require;

/**
 * One step of a worker, put together from its parts. The input of the next step is prepared during
 * this one, so a step takes the longer of the two,
 *
 * <pre>T = max(input, s compute + exposed(exchange, s compute) + optimizer) </pre>
 *
 * @param inputSeconds to prepare a batch
 * @param computeSeconds forward and backward on a GPU of factor 1
 * @param exchangeSeconds of the gradients, hidden or not
 * @param optimizerSeconds to update the weights
 * @param overlap of exchange and computation
 */
public record TrainingStep(
    double inputSeconds,
    double computeSeconds,
    double exchangeSeconds,
    double optimizerSeconds,
    Overlap overlap) {
  public TrainingStep {
    Require.notNegative("inputSeconds", inputSeconds);
    Require.positive("computeSeconds", computeSeconds);
    Require.notNegative("exchangeSeconds", exchangeSeconds);
    Require.notNegative("optimizerSeconds", optimizerSeconds);
  }

  /** Seconds of a step on equal GPUs. */
  public double seconds() {
    return seconds(1);
  }

  /**
   * Seconds of a step of a gang.
   *
   * @param slowest s, the factor on the computation of the slowest worker, see {@link
   *     SlowestWorker}; all others wait for it
   */
  public double seconds(double slowest) {
    Require.positive("slowest", slowest);
    double compute = slowest * computeSeconds;
    double exposed = overlap.exposedSeconds(exchangeSeconds, compute);
    return Math.max(inputSeconds, compute + exposed + optimizerSeconds);
  }
}
