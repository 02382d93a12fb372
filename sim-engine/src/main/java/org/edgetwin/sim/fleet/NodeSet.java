package org.edgetwin.sim.fleet;

/**
 * A set of small integers as a bit set with a summary level, so that the smallest member is found
 * by looking at one word in 64 and skipping empty ones. Iteration is ascending.
 */
final class NodeSet {
  private final long[] wordArray;
  private final long[] summaryArray;

  NodeSet(int capacity) {
    int words = (capacity + 63) >>> 6;
    wordArray = new long[Math.max(1, words)];
    summaryArray = new long[Math.max(1, (words + 63) >>> 6)];
  }

  private NodeSet(long[] wordArray, long[] summaryArray) {
    this.wordArray = wordArray;
    this.summaryArray = summaryArray;
  }

  void add(int member) {
    int word = member >>> 6;
    wordArray[word] |= 1L << member;
    summaryArray[word >>> 6] |= 1L << word;
  }

  void remove(int member) {
    int word = member >>> 6;
    wordArray[word] &= ~(1L << member);
    if (wordArray[word] == 0) {
      summaryArray[word >>> 6] &= ~(1L << word);
    }
  }

  boolean isEmpty() {
    for (long summary : summaryArray) {
      if (summary != 0) {
        return false;
      }
    }
    return true;
  }

  /** The smallest member, or -1. */
  int first() {
    return firstFromWord(0);
  }

  /** The smallest member above {@code member}, or -1. */
  int next(int member) {
    int from = member + 1;
    int word = from >>> 6;
    if (word >= wordArray.length) {
      return -1;
    }
    long rest = wordArray[word] & (-1L << from);
    if (rest != 0) {
      return (word << 6) + Long.numberOfTrailingZeros(rest);
    }
    return firstFromWord(word + 1);
  }

  private int firstFromWord(int startWord) {
    int summaryWord = startWord >>> 6;
    if (summaryWord >= summaryArray.length) {
      return -1;
    }
    long summary = summaryArray[summaryWord] & (-1L << startWord);
    while (summary == 0) {
      if (++summaryWord == summaryArray.length) {
        return -1;
      }
      summary = summaryArray[summaryWord];
    }
    int word = (summaryWord << 6) + Long.numberOfTrailingZeros(summary);
    return (word << 6) + Long.numberOfTrailingZeros(wordArray[word]);
  }

  NodeSet copy() {
    return new NodeSet(wordArray.clone(), summaryArray.clone());
  }
}
