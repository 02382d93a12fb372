package org.edgetwin.agents.evaluation;

import java.util.stream.IntStream;

/** Rows and columns of a table: all of them, or a resample in which some are there repeatedly. */
public final class Selection {
  private final int[] seeds;
  private final int[] windows;

  Selection(int[] seeds, int[] windows) {
    this.seeds = seeds;
    this.windows = windows;
  }

  static Selection all(int seeds, int windows) {
    return new Selection(
        IntStream.range(0, seeds).toArray(), IntStream.range(0, windows).toArray());
  }

  /** The same windows in the one row of a rule. */
  Selection ofRule() {
    return new Selection(new int[1], windows);
  }

  /** Not to be changed. */
  int[] seedArray() {
    return seeds;
  }

  /** Not to be changed. */
  int[] windowArray() {
    return windows;
  }

  /** Number of (seed, window) pairs. */
  int size() {
    return seeds.length * windows.length;
  }
}
