package org.edgetwin.sim.fleet;

import java.util.function.DoubleUnaryOperator;
import org.edgetwin.gpu.energy.RepricingRule;
import org.edgetwin.gpu.energy.SpotPriceSeries;

/** How the price of a node group moves. The price that it starts from is the node's. */
public sealed interface PriceRule permits PriceRule.Posted, PriceRule.Repricing, PriceRule.Spot {
  /** It does not move. */
  PriceRule POSTED = new Posted();

  /** Whether the price changes during a run. */
  boolean moves();

  /** Always the node's price. */
  record Posted() implements PriceRule {
    @Override
    public boolean moves() {
      return false;
    }
  }

  /**
   * The operator moves it by how much its GPUs were used. Jobs keep the price at which they
   * started.
   *
   * @param rule the next price
   * @param everySeconds time between two changes
   * @param floorUsdPerGpuHour the least price at a time, in seconds since the start of the run; a
   *     pure function
   */
  record Repricing(RepricingRule rule, double everySeconds, DoubleUnaryOperator floorUsdPerGpuHour)
      implements PriceRule {
    public Repricing {
      if (!(everySeconds > 0 && everySeconds < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "The time between two prices (" + everySeconds + " s) is not positive.");
      }
    }

    @Override
    public boolean moves() {
      return true;
    }
  }

  /**
   * A recorded market. Jobs pay the price of the moment, and lose their machine when it rises above
   * their cap.
   *
   * @param series USD per GPU and hour
   * @param startSeconds place in the series at the start of the run
   */
  record Spot(SpotPriceSeries series, double startSeconds) implements PriceRule {
    @Override
    public boolean moves() {
      return true;
    }
  }
}
