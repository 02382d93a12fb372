package org.edgetwin.sim.scheduling;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The values of a policy's parameters: given or default. */
public final class PolicyParameters {
  private final Map<String, Double> valueByName = new TreeMap<>();
  private final DurationKnowledge durations;

  /**
   * The given values, and the defaults of the rest.
   *
   * @param description the policy
   * @param durations what it is to know of durations
   * @param given values by name
   * @throws IllegalArgumentException if there is no such parameter or a value is out of its range
   */
  public PolicyParameters(
      PolicyDescription description, DurationKnowledge durations, Map<String, Double> given) {
    this.durations = durations;
    for (PolicyDescription.Parameter parameter : description.parameters()) {
      valueByName.put(parameter.name(), parameter.defaultValue());
    }
    for (Map.Entry<String, Double> entry : given.entrySet()) {
      PolicyDescription.Parameter parameter = find(description, entry.getKey());
      double value = entry.getValue();
      if (!(value >= parameter.minimum() && value <= parameter.maximum())) {
        throw new IllegalArgumentException(
            "The parameter "
                + parameter.name()
                + " of "
                + description.name()
                + " ("
                + value
                + ") is not in "
                + parameter.minimum()
                + ".."
                + parameter.maximum()
                + ".");
      }
      valueByName.put(parameter.name(), value);
    }
  }

  private static PolicyDescription.Parameter find(PolicyDescription description, String name) {
    List<String> names =
        description.parameters().stream().map(PolicyDescription.Parameter::name).toList();
    return description.parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The policy "
                        + description.name()
                        + " has no parameter '"
                        + name
                        + "'. Maybe one of "
                        + names
                        + "."));
  }

  /** What the policy is to know of durations. */
  public DurationKnowledge durations() {
    return durations;
  }

  /** The value of a declared parameter. */
  public double get(String name) {
    return valueByName.get(name);
  }
}
