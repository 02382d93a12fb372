package org.edgetwin.gpu.serving;

import org.edgetwin.gpu.inference.IterationWork;
import org.edgetwin.gpu.inference.RooflineLaw;

/**
 * The duration of an iteration by a fitted law. Iterations that only decode come from a table of
 * the law, whose contexts grow by a tenth from point to point: within 0.1 % of the law itself, and
 * the sum over many iterations in a row is cheap. Iterations with prompts ask the law.
 */
final class LawTimes implements IterationTime {
  private static final double FIRST_CONTEXT = 16;
  private static final double GROWTH = 1.1;

  private final RooflineLaw law;
  private final DecodeTable decodeTable;

  LawTimes(RooflineLaw law, int maxSequences) {
    this.law = law;
    decodeTable =
        new DecodeTable(
            maxSequences,
            axis(law.architecture().contextTokens()),
            (decodes, context) -> law.seconds(IterationWork.decode(decodes, context)));
  }

  private static double[] axis(int longest) {
    int points = 2 + (int) (Math.log(longest / FIRST_CONTEXT) / Math.log(GROWTH));
    double[] axis = new double[points];
    for (int i = 0; i < points; i++) {
      axis[i] = FIRST_CONTEXT * Math.pow(GROWTH, i);
    }
    return axis;
  }

  @Override
  public double seconds(
      int prefillTokens, double prefillPairs, int decodes, long decodeContext, int sampled) {
    return prefillTokens == 0
        ? decodeTable.seconds(decodes, (double) decodeContext / decodes)
        : law.seconds(new IterationWork(prefillTokens, prefillPairs, decodes, decodeContext));
  }

  @Override
  public double decodeSeconds(int decodes, long decodeContext, int iterations) {
    return decodeTable.sum(0, decodes, (double) decodeContext / decodes, iterations);
  }

  @Override
  public int decodesUntil(int decodes, long decodeContext, int most, double seconds) {
    return decodeTable.until(0, decodes, (double) decodeContext / decodes, most, seconds);
  }
}
