package org.edgetwin.gpu.energy;

import org.edgetwin.gpu.table.Require;

/**
 * How an operator moves its price: p becomes p (1 + gain (utilisation - target)), but no less than
 * what one more busy GPU-hour costs in electricity. With the utilisation at the target it rests.
 *
 * @param gain k, in (0, 1]
 * @param targetUtilisation in (0, 1)
 */
public record RepricingRule(double gain, double targetUtilisation) {
  private static final double WATTS_PER_KILOWATT = 1000;

  public RepricingRule {
    Require.within("gain", gain, Double.MIN_NORMAL, 1);
    Require.within("targetUtilisation", targetUtilisation, 0, 1);
  }

  /**
   * The next price, USD per GPU-hour.
   *
   * @param price now
   * @param utilisation of the operator's GPUs since the last change, in [0, 1]
   * @param floor the least price, see {@link #marginalUsdPerHour}
   */
  public double next(double price, double utilisation, double floor) {
    Require.within("price", price, 0, Double.MAX_VALUE);
    Require.within("utilisation", utilisation, 0, 1);
    return Math.max(price * (1 + gain * (utilisation - targetUtilisation)), floor);
  }

  /**
   * What a GPU-hour costs in electricity beyond leaving the GPU idle, USD; not negative.
   *
   * @param extraWatts busy less idle power at the board, W
   */
  public static double marginalUsdPerHour(double extraWatts, PowerSupply supply, double usdPerKwh) {
    double kilowatts = extraWatts * supply.marginalFactor() / WATTS_PER_KILOWATT;
    return Math.max(kilowatts * usdPerKwh, 0);
  }
}
