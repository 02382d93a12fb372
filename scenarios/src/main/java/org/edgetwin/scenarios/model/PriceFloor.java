package org.edgetwin.scenarios.model;

/** The least price of an operator. */
@Choice(
    doc = "The least price of an operator. A plain price is that price.",
    plainValue = PriceFloor.Fixed.class)
public sealed interface PriceFloor permits PriceFloor.Electricity, PriceFloor.Fixed {
  /** What one more busy GPU-hour costs. */
  @Option(
      value = "electricity",
      doc =
          "What a busy GPU-hour costs in electricity beyond an idle one, at the price of the hour.")
  record Electricity() implements PriceFloor {}

  /** As written. */
  @Option(value = "fixed", doc = "A price.")
  record Fixed(
      @Key(doc = "The price.", unit = Unit.HOURLY_PRICE, max = 1e6, example = "0.05 USD/h")
          double priceUsdPerHour)
      implements PriceFloor {}
}
