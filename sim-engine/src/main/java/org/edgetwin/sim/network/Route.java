package org.edgetwin.sim.network;

import java.util.Arrays;

/** The links that a flow crosses, by index, each once. Immutable; empty between co-located ends. */
public final class Route {
  private final int[] linkArray;

  private Route(int[] linkArray) {
    this.linkArray = linkArray;
  }

  /** A route over some links, in any order. */
  public static Route over(int... links) {
    int[] sorted = links.clone();
    Arrays.sort(sorted);
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] == sorted[i - 1]) {
        throw new IllegalArgumentException(
            "The route " + Arrays.toString(links) + " crosses link " + sorted[i] + " twice.");
      }
    }
    return new Route(links.clone());
  }

  public int length() {
    return linkArray.length;
  }

  public int link(int place) {
    return linkArray[place];
  }

  /** The links themselves; not to be changed. */
  int[] links() {
    return linkArray;
  }

  @Override
  public String toString() {
    return Arrays.toString(linkArray);
  }
}
