package org.edgetwin.sim.tuning;

import java.util.List;

/**
 * A setting that was tried.
 *
 * @param scheduler its name, to paste
 * @param values of the dimensions
 * @param phase of the search that proposed it
 * @param costs the metric in replications 1, 2, ... of the training part, as far as it was run
 * @param failed whether it finished a smaller share of its jobs than the default: it cannot win
 */
public record Trial(
    String scheduler, List<Double> values, Phase phase, List<Double> costs, boolean failed) {
  /** Who proposed a setting. */
  public enum Phase {
    DEFAULT,
    RANDOM,
    NEARBY
  }

  public Trial {
    values = List.copyOf(values);
    costs = List.copyOf(costs);
  }

  /** Mean over the first replications. */
  public double mean(int replications) {
    return costs.stream()
        .limit(replications)
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(Double.NaN);
  }
}
