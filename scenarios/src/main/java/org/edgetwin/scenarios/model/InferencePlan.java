package org.edgetwin.scenarios.model;

import org.jspecify.annotations.Nullable;

/** What an inference engine is started with; names and presets as in vLLM. */
public record InferencePlan(
    @Key(doc = "Sequences that run at once.", preset = "256", min = 1, max = 4096) int maxNumSeqs,
    @Key(doc = "Tokens of one iteration.", preset = "2048", min = 1, max = 65_536)
        int maxNumBatchedTokens,
    @Key(
            doc =
                "Longest request, prompt and answer together; longer ones are rejected. A GPU"
                    + " whose cache cannot hold one of them is not used. Left out: what the model"
                    + " was trained for.",
            preset = Key.NONE,
            min = 2,
            max = 1e7,
            example = "16384")
        @Nullable Integer maxModelLen,
    @Key(doc = "Tokens of a block of the KV cache.", preset = "16", min = 1, max = 1024)
        int blockSize,
    @Key(doc = "Whether a prompt may be split over iterations.", preset = "true")
        boolean chunkedPrefill,
    @Key(
            doc = "Whether blocks that nobody holds keep their content until they are needed.",
            preset = "true")
        boolean prefixCaching,
    @Key(
            doc = "Share of device memory for weights and cache.",
            preset = "90 %",
            unit = Unit.SHARE,
            min = 0.05,
            max = 1)
        double memoryShare) {
  public InferencePlan {
    Bounds.check(
        maxNumBatchedTokens >= maxNumSeqs,
        "max_num_batched_tokens is below max_num_seqs. Maybe lower max_num_seqs.");
  }
}
