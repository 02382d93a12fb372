package org.edgetwin.sim.metrics;

/**
 * What is accounted for beside energy and carbon: the bill of electricity and what operators earn.
 *
 * @param electricity what it costs and emits, by region and hour
 * @param supplyLosses whether the conversion stages of a data centre are counted between grid and
 *     node
 * @param keptShare what operators get of what jobs pay, in [0, 1]
 * @param startHour hour of the day (UTC) at which the run starts, 0..23
 * @param operatorsWanted whether results are to be told by operator
 */
public record Accounting(
    Electricity electricity,
    boolean supplyLosses,
    double keptShare,
    int startHour,
    boolean operatorsWanted) {
  public Accounting {
    if (!(keptShare >= 0 && keptShare <= 1)) {
      throw new IllegalArgumentException("The keptShare (" + keptShare + ") is not in 0..1.");
    }
  }
}
