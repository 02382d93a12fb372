package org.edgetwin.gpu.energy;

import org.edgetwin.gpu.table.Require;

/**
 * What an operator took in and what its electricity cost. Immutable: every entry gives a new
 * account, and accounts add up.
 *
 * @param hoursUsd paid by users for GPU-hours
 * @param callsUsd paid by users for single calls
 * @param energy drawn by the operator's nodes
 */
public record OperatorAccount(double hoursUsd, double callsUsd, EnergyUse energy) {
  /** Nothing yet. */
  public static final OperatorAccount EMPTY = new OperatorAccount(0, 0, EnergyUse.NONE);

  private static final double SECONDS_PER_HOUR = 3600;

  /**
   * A user held GPUs at the operator's price.
   *
   * @param gpuSeconds GPUs times seconds
   * @param usdPerGpuHour the price agreed when they were taken
   */
  public OperatorAccount withRent(double gpuSeconds, double usdPerGpuHour) {
    Require.within("gpuSeconds", gpuSeconds, 0, Double.MAX_VALUE);
    Require.within("usdPerGpuHour", usdPerGpuHour, 0, Double.MAX_VALUE);
    return new OperatorAccount(
        hoursUsd + gpuSeconds / SECONDS_PER_HOUR * usdPerGpuHour, callsUsd, energy);
  }

  /**
   * Users called a model that the platform sells by the call, at a fixed price that the operator
   * does not set.
   */
  public OperatorAccount withCalls(long calls, double usdPerCall) {
    Require.within("calls", (double) calls, 0, Double.MAX_VALUE);
    Require.within("usdPerCall", usdPerCall, 0, Double.MAX_VALUE);
    return new OperatorAccount(hoursUsd, callsUsd + (double) calls * usdPerCall, energy);
  }

  /** The operator's nodes drew electricity. */
  public OperatorAccount withEnergy(EnergyUse use) {
    return new OperatorAccount(hoursUsd, callsUsd, energy.plus(use));
  }

  /** Both accounts together. */
  public OperatorAccount plus(OperatorAccount other) {
    return new OperatorAccount(
        hoursUsd + other.hoursUsd, callsUsd + other.callsUsd, energy.plus(other.energy));
  }

  /** What users paid, USD. */
  public double paidUsd() {
    return hoursUsd + callsUsd;
  }

  /**
   * What is left for the operator, USD: its share of what users paid, less electricity.
   *
   * @param keptShare what the platform passes on; 0.75 where a quarter of the payment is burned
   */
  public double profitUsd(double keptShare) {
    Require.within("keptShare", keptShare, 0, 1);
    return keptShare * paidUsd() - energy.usd();
  }
}
