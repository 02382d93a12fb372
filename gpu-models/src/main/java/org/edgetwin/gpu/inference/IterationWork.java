package org.edgetwin.gpu.inference;

/**
 * What a serving engine does in one pass through the model: some prompts read, and one token
 * written for each of some running sequences. Either part may be empty.
 *
 * @param prefillTokens tokens of prompts that are read in this pass
 * @param prefillPairs sum over these tokens of the tokens they attend to
 * @param decodeSequences sequences that get one token each
 * @param decodeContextTokens tokens in the cache of these sequences, summed
 */
public record IterationWork(
    double prefillTokens, double prefillPairs, double decodeSequences, double decodeContextTokens) {
  public IterationWork {
    if (!(prefillTokens >= 0
        && prefillPairs >= 0
        && decodeSequences >= 0
        && decodeContextTokens >= 0
        && prefillTokens + decodeSequences > 0)) {
      throw new IllegalArgumentException(
          "An iteration of "
              + prefillTokens
              + " prompt tokens and "
              + decodeSequences
              + " sequences has nothing to do. Maybe a count is negative.");
    }
  }

  /** Whole prompts of equal length, each token attending to those before it. */
  public static IterationWork prefill(double prompts, double tokensPerPrompt) {
    return chunk(prompts, 0, tokensPerPrompt);
  }

  /**
   * The next tokens of prompts that are read in pieces.
   *
   * @param tokensBefore of each prompt that are in the cache already
   * @param tokens of each prompt in this pass
   */
  public static IterationWork chunk(double prompts, double tokensBefore, double tokens) {
    return new IterationWork(
        prompts * tokens, prompts * tokens * (tokensBefore + tokens / 2), 0, 0);
  }

  /** One token for each of some sequences of equal length. */
  public static IterationWork decode(double sequences, double contextTokens) {
    return new IterationWork(0, 0, sequences, sequences * contextTokens);
  }

  /** Both in one pass. */
  public IterationWork with(IterationWork other) {
    return new IterationWork(
        prefillTokens + other.prefillTokens,
        prefillPairs + other.prefillPairs,
        decodeSequences + other.decodeSequences,
        decodeContextTokens + other.decodeContextTokens);
  }

  /** Rows of the matrices that the weights are multiplied with. */
  double tokens() {
    return prefillTokens + decodeSequences;
  }
}
