package org.edgetwin.sim.optimize;

import java.util.List;

/** Matchings with a meter beside them; all are optimal. */
final class MeteredMatching implements Matching {
  private final Matching matching;
  private final SolverMeter meter;

  MeteredMatching(Matching matching, SolverMeter meter) {
    this.matching = matching;
    this.meter = meter;
  }

  @Override
  public int[] assign(double[][] cost) {
    long begin = System.nanoTime();
    int[] columns = matching.assign(cost);
    meter.record(System.nanoTime() - begin, 0);
    return columns;
  }

  @Override
  public int[] maximumWeight(int vertices, List<Edge> edges) {
    long begin = System.nanoTime();
    int[] partners = matching.maximumWeight(vertices, edges);
    meter.record(System.nanoTime() - begin, 0);
    return partners;
  }
}
