package org.edgetwin.sim.network;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a place keeps of the items that were moved to it: up to a number of bytes, the least
 * recently used leaves first. Items in use are pinned and stay. Not thread-safe.
 */
public final class NodeCache {
  private static final float LOAD_FACTOR = 0.75f;

  private final double capacityBytes;
  private final Map<Integer, Entry> entryByItem = new LinkedHashMap<>(16, LOAD_FACTOR, true);
  private double usedBytes;

  private record Entry(double bytes, int pins) {}

  /**
   * An empty cache.
   *
   * @param capacityBytes 0 or more
   */
  public NodeCache(double capacityBytes) {
    if (!(capacityBytes >= 0)) {
      throw new IllegalArgumentException(
          "A cache of " + capacityBytes + " bytes holds nothing. Maybe use 0.");
    }
    this.capacityBytes = capacityBytes;
  }

  /** An independent copy, in the same order of use. */
  public NodeCache copy() {
    NodeCache copy = new NodeCache(capacityBytes);
    copy.entryByItem.putAll(entryByItem);
    copy.usedBytes = usedBytes;
    return copy;
  }

  /** Whether the item is here. If so, it was used now. */
  public boolean use(int item) {
    return entryByItem.get(item) != null;
  }

  /** Whether the item is here, without using it. */
  public boolean contains(int item) {
    return entryByItem.containsKey(item);
  }

  /**
   * Puts an item in as the last one used, in place of others if need be.
   *
   * @return false if it does not fit beside what is pinned; then nothing leaves
   */
  public boolean admit(int item, double bytes) {
    if (use(item)) {
      return true;
    }
    double pinned =
        entryByItem.values().stream()
            .filter(entry -> entry.pins() > 0)
            .mapToDouble(Entry::bytes)
            .sum();
    if (pinned + bytes > capacityBytes) {
      return false;
    }
    Iterator<Entry> oldestFirst = entryByItem.values().iterator();
    while (usedBytes + bytes > capacityBytes && oldestFirst.hasNext()) {
      Entry entry = oldestFirst.next();
      if (entry.pins() == 0) {
        usedBytes -= entry.bytes();
        oldestFirst.remove();
      }
    }
    entryByItem.put(item, new Entry(bytes, 0));
    usedBytes += bytes;
    return true;
  }

  /** Keeps an item that is here until it is unpinned as often. */
  public void pin(int item) {
    changePins(item, 1);
  }

  public void unpin(int item) {
    changePins(item, -1);
  }

  public double usedBytes() {
    return usedBytes;
  }

  private void changePins(int item, int change) {
    Entry entry = entryByItem.get(item);
    if (entry == null || entry.pins() + change < 0) {
      throw new IllegalArgumentException(
          "Item " + item + " is not here, or not pinned. Maybe it was never admitted.");
    }
    entryByItem.put(item, new Entry(entry.bytes(), entry.pins() + change));
  }
}
