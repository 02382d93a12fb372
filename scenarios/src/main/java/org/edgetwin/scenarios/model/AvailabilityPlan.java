package org.edgetwin.scenarios.model;

/** How a node comes and goes. */
@Choice(doc = "How nodes come and go.")
public sealed interface AvailabilityPlan {
  /** Never away. */
  @Option(value = "always", doc = "Never away.")
  record Always() implements AvailabilityPlan {}

  /** Fails and is repaired; what ran on it is lost back to its last checkpoint. */
  @Option(
      value = "failures",
      doc = "Fails and is repaired. Jobs on it fall back to their last checkpoint.")
  record Failures(
      @Key(doc = "Time to failure.", example = "{type: exponential, mean: 60 d}") TimeLaw mtbf,
      @Key(doc = "Time to repair.", example = "{type: lognormal, median: 4 h, sigma: 1}")
          TimeLaw mttr)
      implements AvailabilityPlan {}

  /** Joins and leaves, as machines of volunteers do. */
  @Option(value = "churn", doc = "Joins and leaves, as machines of volunteers do.")
  record Churn(
      @Key(doc = "How long it stays.", example = "{type: weibull, shape: 0.6, scale: 12 h}")
          TimeLaw online,
      @Key(doc = "How long it is away.", example = "{type: exponential, mean: 6 h}")
          TimeLaw offline,
      @Key(doc = "Whether it is there when the run starts.", preset = "true") boolean startsOnline)
      implements AvailabilityPlan {}
}
