package org.edgetwin.scenarios.model;

/** Who decides how many replicas there are. */
@Choice(doc = "Who decides how many replicas there are.")
public sealed interface AutoscalerPlan permits AutoscalerPlan.Fixed, AutoscalerPlan.Concurrency {
  /** Nobody. */
  @Option(value = "fixed", doc = "Nobody: as many as replicas.min.")
  record Fixed() implements AutoscalerPlan {}

  /** A target of requests per replica. */
  @Option(
      value = "concurrency",
      doc =
          "So many replicas that each has a given number of requests: up at once, down with"
              + " patience.")
  record Concurrency(
      @Key(
              doc = "Requests that a replica should have, waiting ones included.",
              min = 1e-3,
              max = 1e6,
              example = "32")
          double requestsPerReplica,
      @Key(doc = "Time between two looks.", preset = "15 s", unit = Unit.TIME, min = 0.1, max = 1e6)
          double everySeconds,
      @Key(
              doc = "For how long fewer replicas must do before some go.",
              preset = "5 min",
              unit = Unit.TIME,
              max = 1e9)
          double patienceSeconds)
      implements AutoscalerPlan {}
}
