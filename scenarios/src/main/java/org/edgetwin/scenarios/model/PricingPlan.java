package org.edgetwin.scenarios.model;

import java.util.List;
import org.edgetwin.gpu.energy.SpotPriceSeries;

/** How the price of a node group moves. */
@Choice(doc = "How the price of a node group moves.")
public sealed interface PricingPlan
    permits PricingPlan.Posted, PricingPlan.Repricing, PricingPlan.Spot {
  /** Whether it moves. */
  default boolean moves() {
    return !(this instanceof Posted);
  }

  /** It does not. */
  @Option(value = "posted", doc = "It does not: it is the group's price.")
  record Posted() implements PricingPlan {}

  /** The operator follows the use of its GPUs. */
  @Option(
      value = "repricing",
      doc =
          "The operator moves it, from the group's price on, to p (1 + gain (utilisation - target)),"
              + " but not below its floor. A job keeps the price at which it started.")
  record Repricing(
      @Key(
              doc = "How strongly the price follows.",
              preset = "0.1",
              unit = Unit.SHARE,
              min = 1e-6,
              max = 1)
          double gain,
      @Key(
              doc = "Utilisation of the GPUs that are up at which the price rests.",
              preset = "70 %",
              unit = Unit.SHARE,
              max = 1)
          double target,
      @Key(doc = "Time between two prices.", preset = "1 h", unit = Unit.TIME, min = 1, max = 1e12)
          double everySeconds,
      @Key(doc = "The least price.", preset = "electricity") PriceFloor floor)
      implements PricingPlan {}

  /** A recorded market. */
  @Option(
      value = "spot",
      doc =
          "A recorded spot market. Jobs pay the price of the moment, and lose their machine when it"
              + " rises above their price cap.")
  record Spot(
      @Key(doc = "Instance type of AWS; its price is split over its GPUs.", example = "p3.2xlarge")
          String instance,
      @Key(doc = "Zone of AWS.", example = "us-east-1b") String zone,
      @Key(
              doc = "Place in the record at the start of the run, since 22 December 2019, 00:00.",
              preset = "0 s",
              unit = Unit.TIME,
              max = 1e9,
              example = "10 d")
          double startsSeconds)
      implements PricingPlan {
    public Spot {
      List<String> known =
          SpotPriceSeries.shipped().stream()
              .map(key -> key.instanceType() + " " + key.zone())
              .toList();
      Bounds.check(
          known.contains(instance + " " + zone),
          "There are no spot prices of "
              + instance
              + " in "
              + zone
              + ". Maybe "
              + String.join(", ", known)
              + ".");
    }
  }
}
