package org.edgetwin.sim.job;

import java.util.List;

/**
 * What a job moves over the network, if there is one.
 *
 * @param items what must be at its machines before it runs, by index
 * @param checkpointBytes size of each checkpoint; 0 if it need not be moved
 * @param resultBytes what it leaves behind when it is done
 * @param store the place to which it saves, or {@link #NEAREST}
 */
public record DataNeeds(
    List<Integer> items, double checkpointBytes, double resultBytes, int store) {
  /** The store of the region where the job runs. */
  public static final int NEAREST = -1;

  /** Nothing. */
  public static final DataNeeds NONE = new DataNeeds(List.of(), 0, 0, NEAREST);

  public DataNeeds {
    items = List.copyOf(items);
    requireBytes("checkpointBytes", checkpointBytes);
    requireBytes("resultBytes", resultBytes);
  }

  /** Whether it moves nothing. */
  public boolean isNone() {
    return items.isEmpty() && checkpointBytes == 0 && resultBytes == 0;
  }

  private static void requireBytes(String name, double bytes) {
    if (!(bytes >= 0 && bytes < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("The " + name + " (" + bytes + ") is not a size.");
    }
  }
}
