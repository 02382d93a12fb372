package org.edgetwin.sim.serving;

/**
 * What an inference engine was started with; names as in vLLM.
 *
 * @param maxNumSeqs sequences that may run at once
 * @param maxNumBatchedTokens tokens of one iteration; not below {@code maxNumSeqs}, so that every
 *     sequence in decode gets its token in every iteration
 * @param kvBlocks blocks of KV cache for sequences; take vLLM's {@code num_gpu_blocks} less the one
 *     block that it keeps for itself
 * @param blockSize tokens of a block
 * @param chunkedPrefill whether a prompt may be split over iterations
 * @param prefixCaching whether blocks that nobody holds keep their content until they are needed
 * @param asyncScheduling whether an iteration is planned while the one before it still runs
 * @param reserveFullPrompt whether a request is admitted only if its whole prompt fits, and not
 *     just its first chunk ({@code scheduler_reserve_full_isl})
 */
public record EngineSettings(
    int maxNumSeqs,
    int maxNumBatchedTokens,
    int kvBlocks,
    int blockSize,
    boolean chunkedPrefill,
    boolean prefixCaching,
    boolean asyncScheduling,
    boolean reserveFullPrompt) {
  public EngineSettings {
    if (maxNumSeqs < 1 || kvBlocks < 1 || blockSize < 1) {
      throw new IllegalArgumentException(
          "The engine needs room for at least one sequence ("
              + maxNumSeqs
              + ") and one block ("
              + kvBlocks
              + ") of one token ("
              + blockSize
              + ").");
    }
    if (maxNumBatchedTokens < maxNumSeqs) {
      throw new IllegalArgumentException(
          "maxNumBatchedTokens ("
              + maxNumBatchedTokens
              + ") is below maxNumSeqs ("
              + maxNumSeqs
              + "). Maybe lower maxNumSeqs.");
    }
  }

  /** vLLM's usual choice: blocks of 16 tokens, and everything else on. */
  public static EngineSettings usual(int maxNumSeqs, int maxNumBatchedTokens, int kvBlocks) {
    return new EngineSettings(
        maxNumSeqs, maxNumBatchedTokens, kvBlocks, 16, true, true, true, true);
  }

  /** Blocks that hold so many tokens. */
  int blocksFor(int tokens) {
    return (tokens + blockSize - 1) / blockSize;
  }

  /** The longest request, prompt and answer, that the engine can serve with nobody beside it. */
  long longestServed() {
    // The last token of an answer never goes into the cache.
    long cached = (long) kvBlocks * blockSize;
    return 1 + (chunkedPrefill ? cached : Math.min(cached, maxNumBatchedTokens));
  }
}
