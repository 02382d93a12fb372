package org.edgetwin.sim.network;

import java.util.List;

/**
 * A data set, an image, weights or a checkpoint: moved whole.
 *
 * @param name unique
 * @param bytes its size
 * @param homes places that always have it, by index
 */
public record DataItem(String name, double bytes, List<Integer> homes) {
  public DataItem {
    homes = List.copyOf(homes);
    if (!(bytes > 0 && bytes < Double.POSITIVE_INFINITY) || homes.isEmpty()) {
      throw new IllegalArgumentException(
          "Item "
              + name
              + " has "
              + bytes
              + " bytes and "
              + homes.size()
              + " homes. Maybe it needs a source place.");
    }
  }
}
