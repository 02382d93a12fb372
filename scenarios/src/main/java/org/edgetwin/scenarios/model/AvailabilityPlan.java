package org.edgetwin.scenarios.model;

import java.util.List;
import org.edgetwin.sim.fleet.NodeState;

/** How a node comes and goes. */
@Choice(doc = "How nodes come and go.")
public sealed interface AvailabilityPlan
    permits AvailabilityPlan.Always,
        AvailabilityPlan.Failures,
        AvailabilityPlan.Planned,
        AvailabilityPlan.Churn {
  /** Whether nodes change at random, for as long as the run lasts. */
  default boolean isRandom() {
    return this instanceof Failures || this instanceof Churn;
  }

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

  /** Changes at given times. */
  @Option(
      value = "planned",
      doc = "Changes at given times: maintenance, a node that joins later or leaves for good.")
  record Planned(
      @Key(doc = "What the nodes are when the run starts.", preset = "up") NodeState starts,
      @Key(
              doc = "The changes, in order of time.",
              example = "[{at: 2 d, becomes: draining}, {at: 3 d, becomes: up}]")
          List<PlannedChange> changes)
      implements AvailabilityPlan {
    public Planned {
      for (int i = 1; i < changes.size(); i++) {
        Bounds.check(
            changes.get(i).atSeconds() >= changes.get(i - 1).atSeconds(),
            "The changes are not in order of time. Maybe sort them by `at`.");
      }
    }
  }

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
