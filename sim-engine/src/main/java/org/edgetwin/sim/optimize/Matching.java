package org.edgetwin.sim.optimize;

import java.util.List;

/**
 * Matchings in graphs with weights. The same input gives the same matching on every call.
 * Thread-safe.
 */
public interface Matching {
  /** No partner. */
  int NONE = -1;

  /**
   * Gives every row a column of its own, at least total cost.
   *
   * @param cost finite costs {@code [rows][columns]}, with at least as many columns as rows
   * @return the column of each row
   */
  int[] assign(double[][] cost);

  /**
   * A matching of greatest total weight; need not be perfect. Edges of no positive weight are never
   * taken.
   *
   * @param vertices number of vertices, named from 0
   * @param edges at most one between two vertices, none from a vertex to itself
   * @return the partner of each vertex, or {@link #NONE}
   */
  int[] maximumWeight(int vertices, List<Edge> edges);

  /** The implementation that ships. Its library is loaded when this is called, not before. */
  static Matching standard() {
    return new JGraphTMatching();
  }

  /** This implementation with a meter beside it. */
  default Matching metered(SolverMeter meter) {
    return new MeteredMatching(this, meter);
  }

  /** Two vertices that may be matched. */
  record Edge(int first, int second, double weight) {}
}
