package org.edgetwin.gpu.inference;

/**
 * Where in the space of measurements something was measured or is asked for: which model, on what,
 * and two sizes of the work, in octaves (logarithms to base 2).
 *
 * @param model name of the language model
 * @param hardware GPU model
 * @param gpus in the group
 * @param firstOctaves such as log2 of the length
 * @param secondOctaves such as log2 of the number of sequences
 */
public record ResidualPoint(
    String model, String hardware, int gpus, double firstOctaves, double secondOctaves) {

  /** Of a batch or an iteration that writes tokens. */
  public static ResidualPoint of(
      LlmArchitecture model, GpuGroup group, double tokens, double sequences) {
    return new ResidualPoint(
        model.name(), group.gpu().id(), group.gpus(), log2(tokens), log2(sequences));
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
