package org.edgetwin.scenarios.model;

import java.util.Map;

/** A distribution of counts. */
@Choice(
    doc = "A distribution of counts. A plain number is always that number.",
    plainValue = CountLaw.Constant.class)
public sealed interface CountLaw
    permits CountLaw.Constant, CountLaw.Weights, CountLaw.Geometric, CountLaw.Fit {
  /** Always the same. */
  @Option(value = "constant", doc = "Always the same.")
  record Constant(@Key(doc = "The count.", max = 1e6, example = "1") int value)
      implements CountLaw {}

  /** Weighted counts. */
  @Option(value = "weights", doc = "Counts with their shares.")
  record Weights(
      @Key(
              doc = "Share of each count; shares are scaled to sum to one.",
              unit = Unit.SHARE,
              max = 1e9,
              example = "{1: 70 %, 4: 20 %, 8: 10 %}")
          Map<Integer, Double> shares)
      implements CountLaw {
    public Weights {
      Bounds.check(
          shares.values().stream().mapToDouble(Double::doubleValue).sum() > 0,
          "The shares sum to nothing.");
    }
  }

  /** Geometric. */
  @Option(value = "geometric", doc = "1, 2, 3 ... each less likely than the one before.")
  record Geometric(@Key(doc = "Mean.", min = 1, max = 1e6, example = "5") double mean)
      implements CountLaw {}

  /** Fitted to a trace. */
  @Option(value = "fit", doc = "One of the GPU counts of a trace, each job as likely as the other.")
  record Fit(@Key(doc = "The trace.", example = "{builtin: philly}") TraceSource trace)
      implements CountLaw {}
}
