package org.edgetwin.gpu.inference;

/**
 * A batch of equal requests that start together on an idle engine.
 *
 * @param inputTokens of each prompt
 * @param outputTokens of each answer, at least 1
 * @param sequences how many
 */
public record BatchRun(int inputTokens, int outputTokens, int sequences) {
  public BatchRun {
    if (inputTokens < 1 || outputTokens < 1 || sequences < 1) {
      throw new IllegalArgumentException(
          "A batch of "
              + sequences
              + " requests with "
              + inputTokens
              + " tokens in and "
              + outputTokens
              + " out is empty. Each number must be at least 1.");
    }
  }

  /** Tokens of one sequence when it ends. */
  public int sequenceTokens() {
    return inputTokens + outputTokens;
  }
}
