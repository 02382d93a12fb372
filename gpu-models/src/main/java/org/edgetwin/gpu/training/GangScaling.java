package org.edgetwin.gpu.training;

import org.edgetwin.gpu.table.Require;

/**
 * Step time of a gang from the step time of one GPU with the same batch,
 *
 * <pre>T_n = a T_1 + x </pre>
 *
 * <p>The exchange x depends on the size of the model, not on the batch, so that one pair (a, x)
 * serves all batches of a model.
 *
 * @param computeStretch a, what the computation of one GPU is stretched by in the gang
 * @param exchangeSeconds x, the part of the exchange that does not hide
 */
public record GangScaling(double computeStretch, double exchangeSeconds) {
  public GangScaling {
    Require.positive("computeStretch", computeStretch);
    Require.notNegative("exchangeSeconds", exchangeSeconds);
  }

  /** Seconds of a step of the gang. */
  public double stepSeconds(double soloStepSeconds) {
    Require.positive("soloStepSeconds", soloStepSeconds);
    return computeStretch * soloStepSeconds + exchangeSeconds;
  }
}
