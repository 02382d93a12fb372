package org.edgetwin.agents.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import umontreal.ssj.rng.RandomStream;

/** The numbers 0 .. n - 1 in random order, cut into pieces. */
final class Minibatches {
  private Minibatches() {}

  /** Pieces of {@code size}, the last one maybe shorter. */
  static List<int[]> of(int n, int size, RandomStream stream) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = stream.nextInt(0, i);
      order[i] = order[j];
      order[j] = i;
    }
    List<int[]> pieces = new ArrayList<>();
    for (int from = 0; from < n; from += size) {
      pieces.add(Arrays.copyOfRange(order, from, Math.min(n, from + size)));
    }
    return pieces;
  }
}
