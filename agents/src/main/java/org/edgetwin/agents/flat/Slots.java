package org.edgetwin.agents.flat;

/** The first few of a set: legal ones first, of these the highest scores, of equals the first. */
final class Slots {
  private final int[] items;
  private int count;

  /**
   * @param most how many there is room for
   */
  Slots(int most) {
    items = new int[most];
  }

  /** Chooses among items 0 to {@code n}, exclusive. */
  void choose(int n, boolean[] legal, float[] scores) {
    count = 0;
    for (int item = 0; item < n; item++) {
      int at = count;
      while (at > 0 && isBefore(item, items[at - 1], legal, scores)) {
        at--;
      }
      if (at < items.length) {
        count = Math.min(items.length, count + 1);
        System.arraycopy(items, at, items, at + 1, count - at - 1);
        items[at] = item;
      }
    }
  }

  private static boolean isBefore(int item, int other, boolean[] legal, float[] scores) {
    return legal[item] == legal[other] ? scores[item] > scores[other] : legal[item];
  }

  /** Takes the first items as they come. */
  void takeFirst(int n) {
    count = Math.min(n, items.length);
    for (int item = 0; item < count; item++) {
      items[item] = item;
    }
  }

  /** Number of slots that hold an item. */
  int count() {
    return count;
  }

  /** The item in a slot below {@link #count}. */
  int item(int slot) {
    return items[slot];
  }
}
