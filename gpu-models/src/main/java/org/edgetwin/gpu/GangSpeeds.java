package org.edgetwin.gpu;

import java.util.Arrays;

/**
 * Measured rates turned into speeds against the same gang of reference GPUs in one node, for gangs
 * of 1, 2, 4 and 8, with the gaps of the table filled as {@link MeasuredSpeeds} says. 0 = does not
 * fit in memory.
 */
final class GangSpeeds {
  private static final int GANGS = GavelThroughputs.GANG_COUNT;

  private final GavelThroughputs table;
  private final double[][][] usual = new double[MeasuredGpu.COUNT][Spread.COUNT][GANGS];

  GangSpeeds(GavelThroughputs table) {
    this.table = table;
    for (int column = 0; column < usual.length; column++) {
      for (Spread spread : Spread.values()) {
        for (int gang = 0; gang < GANGS; gang++) {
          usual[column][spread.position()][gang] = medianFactor(column, spread, gang);
        }
      }
    }
  }

  /** Speed at each measured gang size. */
  double[] speeds(int workload, int column, Spread spread) {
    double[] speeds = new double[GANGS];
    for (int gang = 0; gang < GANGS; gang++) {
      speeds[gang] = speed(workload, column, spread, gang);
    }
    return speeds;
  }

  /**
   * Median over the measured classes of speed(gang, spread) / speed(1), at each measured gang size.
   */
  double[] usualFactors(int column, Spread spread) {
    return usual[column][spread.position()].clone();
  }

  private double speed(int workload, int column, Spread spread, int gang) {
    double speed = measured(workload, column, spread, gang);
    if (!Double.isNaN(speed)) {
      return speed;
    }
    if (spread == Spread.MANY_NODES && table.hasGangs(workload)) {
      double[][] factors = usual[column];
      return measured(workload, column, Spread.ONE_NODE, gang)
          * factors[Spread.MANY_NODES.position()][gang]
          / factors[Spread.ONE_NODE.position()][gang];
    }
    return measured(workload, column, Spread.ONE_NODE, 0) * usual[column][spread.position()][gang];
  }

  private double medianFactor(int column, Spread spread, int gang) {
    double[] factors = new double[table.classCount()];
    int count = 0;
    for (int workload = 0; workload < table.classCount(); workload++) {
      double factor =
          measured(workload, column, spread, gang) / measured(workload, column, Spread.ONE_NODE, 0);
      if (factor > 0) {
        factors[count++] = factor;
      }
    }
    Arrays.sort(factors, 0, count);
    return (factors[(count - 1) / 2] + factors[count / 2]) / 2;
  }

  /** Speed as measured; NaN if it was not. */
  private double measured(int workload, int column, Spread spread, int gang) {
    return table.rate(workload, column, spread, gang)
        / table.rate(workload, MeasuredGpu.V100.position(), Spread.ONE_NODE, gang);
  }
}
