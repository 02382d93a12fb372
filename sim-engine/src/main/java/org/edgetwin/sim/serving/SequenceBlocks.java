package org.edgetwin.sim.serving;

/**
 * The blocks of sequences: what a request finds in the cache when it is admitted, and what it
 * leaves there.
 */
final class SequenceBlocks {
  private final EngineSettings settings;
  private final Sequences sequences;
  private final KvBlocks blocks;

  SequenceBlocks(EngineSettings settings, Sequences sequences, KvBlocks blocks) {
    this.settings = settings;
    this.sequences = sequences;
    this.blocks = blocks;
  }

  /** Whether the blocks last for a request and a first chunk, besides what it finds. */
  boolean fits(int id, int chunk) {
    int tokens = sequences.prefillTokens(id);
    if (!settings.reserveFullPrompt()) {
      tokens = Math.min(tokens, foundTokens(id) + chunk);
    }
    int found = foundGroupBlocks(id);
    int needed = settings.blocksFor(tokens) - found;
    if (found > 0) {
      needed += blocks.freeGroupBlocks(sequences.group[id]);
    }
    return needed <= blocks.free();
  }

  /** Leading tokens of a request that are in the cache; the last token is always computed. */
  int foundTokens(int id) {
    int found = foundGroupBlocks(id);
    int own = found == sequences.groupBlocks[id] ? blocks.kept(id) : 0;
    return settings.blockSize() * (found + own);
  }

  private int foundGroupBlocks(int id) {
    if (!sharesPrefix(id)) {
      return 0;
    }
    int shared =
        Math.min(sequences.prefixTokens[id], sequences.prefillTokens(id) - 1)
            / settings.blockSize();
    return Math.min(shared, blocks.groupBlocks(sequences.group[id]));
  }

  private boolean sharesPrefix(int id) {
    return settings.prefixCaching() && sequences.group[id] != ServingRequest.NO_GROUP;
  }

  /** Takes what a request finds; its own blocks are of use only right behind its group's. */
  void takeFound(int id) {
    int found = foundGroupBlocks(id);
    if (found == sequences.groupBlocks[id]) {
      blocks.takeBack(id);
    } else {
      blocks.giveUp(id);
    }
    if (found > 0) {
      blocks.useGroup(sequences.group[id]);
    }
    sequences.groupBlocks[id] = found;
  }

  /**
   * A request that has computed more of what its group shares than the cache has hands those blocks
   * over.
   *
   * @return whether the group has more blocks now
   */
  boolean sharePrefix(int id) {
    if (!sharesPrefix(id)) {
      return false;
    }
    int shared = sequences.prefixTokens[id] / settings.blockSize();
    int held = sequences.groupBlocks[id];
    if (shared <= held || !blocks.growGroup(sequences.group[id], held, shared)) {
      return false;
    }
    sequences.groupBlocks[id] = shared;
    return true;
  }

  /** Frees the blocks of a sequence that has all its tokens. */
  void free(int id) {
    int tokens = sequences.promptTokens[id] + sequences.outputTokens[id] - 1;
    blocks.free(settings.blocksFor(tokens) - sequences.groupBlocks[id]);
    leaveGroup(id);
  }

  /** Frees the blocks of a sequence that will have to start over; full ones keep their content. */
  void freeToFindAgain(int id, int computedTokens) {
    int full = settings.prefixCaching() ? computedTokens / settings.blockSize() : 0;
    blocks.free(settings.blocksFor(computedTokens) - full);
    blocks.freeFor(id, full - sequences.groupBlocks[id]);
    leaveGroup(id);
  }

  private void leaveGroup(int id) {
    if (sequences.groupBlocks[id] > 0) {
      blocks.leaveGroup(sequences.group[id]);
    }
  }
}
