package org.edgetwin.agents.net;

import umontreal.ssj.rng.RandomStream;

/**
 * Choosing from the softmax of logits; a choice of logit {@link SetScorer#MASKED} has no chance.
 */
public final class Choice {
  private Choice() {}

  /** The index of the highest of the first {@code n} logits, the first of equals. */
  public static int greedy(float[] logits, int n) {
    int best = 0;
    for (int i = 1; i < n; i++) {
      if (logits[i] > logits[best]) {
        best = i;
      }
    }
    return best;
  }

  /** Draws an index by inversion, with one number of the stream. */
  public static int sample(float[] logits, int n, RandomStream stream) {
    double highest = logits[greedy(logits, n)];
    double left = stream.nextDouble() * total(logits, n, highest);
    int last = 0;
    for (int i = 0; i < n; i++) {
      double weight = Math.exp(logits[i] - highest);
      if (weight > 0) {
        last = i;
        left -= weight;
        if (left < 0) {
          return i;
        }
      }
    }
    // Rounding can leave a rest; it belongs to the last possible choice.
    return last;
  }

  /** The natural logarithm of a choice's probability. */
  public static double logProbability(float[] logits, int n, int choice) {
    double highest = logits[greedy(logits, n)];
    return logits[choice] - highest - Math.log(total(logits, n, highest));
  }

  private static double total(float[] logits, int n, double highest) {
    double total = 0;
    for (int i = 0; i < n; i++) {
      total += Math.exp(logits[i] - highest);
    }
    return total;
  }
}
