package org.edgetwin.sim.experiment;

import java.util.ArrayList;
import java.util.List;

/**
 * Orderings and placements varied separately: every ordering meets every placement.
 *
 * @param orderings rows, such as {@code sjf}
 * @param placements columns, such as {@code best-fit}
 */
public record PolicyGrid(List<String> orderings, List<String> placements) {
  public PolicyGrid {
    orderings = List.copyOf(orderings);
    placements = List.copyOf(placements);
    if (orderings.isEmpty() || placements.isEmpty()) {
      throw new IllegalArgumentException(
          "A grid of " + orderings.size() + " orderings and " + placements.size() + " placements.");
    }
  }

  /** Name of the scheduler that is made of both. */
  public static String scheduler(String ordering, String placement) {
    return ordering + "+" + placement;
  }

  /** All of them, row by row. */
  public List<String> schedulers() {
    List<String> names = new ArrayList<>();
    for (String ordering : orderings) {
      for (String placement : placements) {
        names.add(scheduler(ordering, placement));
      }
    }
    return names;
  }
}
