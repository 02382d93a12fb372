package org.edgetwin.agents.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import umontreal.ssj.rng.RandomStream;

/**
 * The numbers 0 .. n - 1 in random order, cut into pieces of like width, so that little of a padded
 * batch is padding.
 */
final class Minibatches {
  /** Pieces that are filled together: the more, the less padding, and the less mixed they are. */
  private static final int TOGETHER = 16;

  private Minibatches() {}

  /**
   * Pieces of {@code size}, some shorter.
   *
   * @param width of a number
   */
  static List<int[]> of(int n, int size, IntUnaryOperator width, RandomStream stream) {
    Integer[] order = new Integer[n];
    for (int i = 0; i < n; i++) {
      int j = stream.nextInt(0, i);
      order[i] = order[j];
      order[j] = i;
    }
    List<int[]> pieces = new ArrayList<>();
    int together = TOGETHER * size;
    for (int from = 0; from < n; from += together) {
      int to = Math.min(n, from + together);
      Arrays.sort(order, from, to, Comparator.comparingInt(width::applyAsInt));
      for (int at = from; at < to; at += size) {
        pieces.add(
            Arrays.stream(order, at, Math.min(to, at + size))
                .mapToInt(Integer::intValue)
                .toArray());
      }
    }
    shuffle(pieces, stream);
    return pieces;
  }

  private static void shuffle(List<int[]> pieces, RandomStream stream) {
    for (int i = pieces.size() - 1; i > 0; i--) {
      Collections.swap(pieces, i, stream.nextInt(0, i));
    }
  }
}
