package org.edgetwin.gpu.inference;

/**
 * From the start of a {@linkplain BatchRun batch} to its last token: read the prompts, then one
 * iteration per further token, while the cache grows. What does not fit in the cache at once runs
 * in waves, one after the other.
 *
 * <p>Iteration time over the length of the cache is so smooth that Simpson's rule on three points
 * stands for the sum over the tokens. O(1).
 *
 * @param law of one iteration
 * @param memory of the same model on the same GPUs
 * @param startSeconds beside the iterations, once per wave (tokenizing, scheduling), s
 */
public record BatchLatency(RooflineLaw law, KvMemory memory, double startSeconds) {

  /** Seconds; infinite if not even one sequence fits in memory. */
  public double seconds(BatchRun run) {
    int atOnce = Math.min(run.sequences(), memory.sequences(run.sequenceTokens()));
    if (atOnce == 0) {
      return Double.POSITIVE_INFINITY;
    }
    int waves = run.sequences() / atOnce;
    int rest = run.sequences() % atOnce;
    double full = waves * wave(run, atOnce);
    return rest == 0 ? full : full + wave(run, rest);
  }

  /** Seconds of reading the prompts of as many sequences as fit at once. */
  public double firstTokenSeconds(BatchRun run) {
    int atOnce = Math.min(run.sequences(), memory.sequences(run.sequenceTokens()));
    return atOnce == 0 ? Double.POSITIVE_INFINITY : firstToken(run, atOnce);
  }

  /** Seconds that no program can go below on these GPUs, whatever the memory holds. */
  public double lowerBoundSeconds(BatchRun run) {
    double prefill =
        law.lowerBoundSeconds(IterationWork.prefill(run.sequences(), run.inputTokens()));
    double middle = run.inputTokens() + run.outputTokens() / 2.0;
    return prefill
        + (run.outputTokens() - 1)
            * law.lowerBoundSeconds(IterationWork.decode(run.sequences(), middle));
  }

  private double wave(BatchRun run, int sequences) {
    double first = run.inputTokens();
    double last = run.sequenceTokens();
    double decode =
        (decode(sequences, first)
                + 4 * decode(sequences, (first + last) / 2)
                + decode(sequences, last))
            / 6;
    return firstToken(run, sequences) + (run.outputTokens() - 1) * decode;
  }

  private double firstToken(BatchRun run, int sequences) {
    return startSeconds + law.seconds(IterationWork.prefill(sequences, run.inputTokens()));
  }

  private double decode(int sequences, double contextTokens) {
    return law.seconds(IterationWork.decode(sequences, contextTokens));
  }
}
