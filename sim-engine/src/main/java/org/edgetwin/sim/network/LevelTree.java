package org.edgetwin.sim.network;

import java.util.Arrays;

/**
 * Finds the link with the lowest level: a tournament, whose lowest leaf wins. A changed level takes
 * one match on each storey, without a branch that depends on the outcome. Among equals the one that
 * was appended first wins.
 */
final class LevelTree {
  private final int[] linkArray;
  private final double[] levelArray;

  /** The leaf that won each match; the final is at 1, the leaves themselves begin at the width. */
  private final int[] winnerArray;

  private int size;

  /** The number of leaves, a power of 2. */
  private int width;

  LevelTree(int capacity) {
    int widest = width(capacity);
    linkArray = new int[widest];
    levelArray = new double[widest];
    winnerArray = new int[2 * widest];
  }

  private static int width(int count) {
    return count <= 1 ? 1 : Integer.highestOneBit(count - 1) << 1;
  }

  boolean isEmpty() {
    return size == 0 || firstLevel() == Double.POSITIVE_INFINITY;
  }

  int firstLink() {
    return linkArray[winnerArray[1]];
  }

  double firstLevel() {
    return levelArray[winnerArray[1]];
  }

  /** Appends a link without order; {@link #order} must follow. */
  void append(int link, double level) {
    linkArray[size] = link;
    levelArray[size++] = level;
  }

  void order() {
    width = width(size);
    Arrays.fill(levelArray, size, width, Double.POSITIVE_INFINITY);
    for (int leaf = 0; leaf < width; leaf++) {
      winnerArray[width + leaf] = leaf;
    }
    for (int match = width - 1; match > 0; match--) {
      play(match);
    }
  }

  void clear() {
    size = 0;
  }

  void removeFirst() {
    raiseFirst(Double.POSITIVE_INFINITY);
  }

  /** Gives the first link a higher level. */
  void raiseFirst(double level) {
    int leaf = winnerArray[1];
    levelArray[leaf] = level;
    for (int match = (width + leaf) / 2; match > 0; match /= 2) {
      play(match);
    }
  }

  private void play(int match) {
    int left = winnerArray[2 * match];
    int right = winnerArray[2 * match + 1];
    winnerArray[match] = levelArray[right] < levelArray[left] ? right : left;
  }
}
