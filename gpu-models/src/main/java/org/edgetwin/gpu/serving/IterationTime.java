package org.edgetwin.gpu.serving;

/**
 * The duration of one iteration of an LLM inference engine with continuous batching.
 *
 * <p>The batch is described by sums, so that an engine can keep them up to date when a sequence
 * comes or goes. A sequence in decode brings one token; its context is the number of tokens that
 * this token attends to, itself included. A prompt in prefill brings a chunk of tokens; its pairs
 * are the query-key pairs that attention works on, {@code c (h + c / 2)} for a chunk of c tokens
 * behind h tokens of the same prompt.
 *
 * <p>Implementations are immutable, deterministic and free of allocation.
 */
public interface IterationTime {
  /**
   * Seconds of one iteration.
   *
   * @param prefillTokens tokens of all prompts in prefill; 0 if there is none
   * @param prefillPairs query-key pairs of these tokens
   * @param decodes sequences in decode
   * @param decodeContext sum of their contexts
   * @param sampled sequences that get a token out of this iteration
   */
  double seconds(
      int prefillTokens, double prefillPairs, int decodes, long decodeContext, int sampled);

  /**
   * Seconds of several iterations in a row with the same sequences, all in decode, whose contexts
   * grow by one from each iteration to the next. Equal, up to rounding, to the sum of {@link
   * #seconds} over these iterations.
   *
   * @param decodes at least 1
   * @param decodeContext sum of the contexts in the first iteration
   * @param iterations how many; 0 or more
   */
  default double decodeSeconds(int decodes, long decodeContext, int iterations) {
    double sum = 0;
    for (int i = 0; i < iterations; i++) {
      sum += seconds(0, 0, decodes, decodeContext + (long) decodes * i, decodes);
    }
    return sum;
  }

  /**
   * The least number of iterations, at least 1, for which {@link #decodeSeconds} is, up to
   * rounding, no less than a time.
   *
   * @param most an upper bound of the answer; the answer is {@code most} if more would be needed
   */
  default int decodesUntil(int decodes, long decodeContext, int most, double seconds) {
    int low = 1;
    int high = most;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (decodeSeconds(decodes, decodeContext, middle) >= seconds) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
