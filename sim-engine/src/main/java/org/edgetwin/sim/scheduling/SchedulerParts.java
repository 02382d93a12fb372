package org.edgetwin.sim.scheduling;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The name of a scheduler taken apart, so that values can be put in.
 *
 * @param parts an ordering, a placement and what stands around it, or one scheduler that decides
 *     both at once
 * @param file what stands after the {@code @}, with it; empty without a file
 */
public record SchedulerParts(List<Part> parts, String file) {
  private static final int DIGITS = 3;

  public SchedulerParts {
    parts = List.copyOf(parts);
  }

  /**
   * One policy.
   *
   * @param name its name or alias
   * @param durations what it is told of durations, as it was written; empty for its default
   * @param given values that the name gives
   * @param free parameters to which it gives none
   */
  public record Part(
      String name,
      String durations,
      Map<String, Double> given,
      List<PolicyDescription.Parameter> free) {
    public Part {
      given = Map.copyOf(given);
      free = List.copyOf(free);
    }

    static Part of(PolicyName policy, PolicyDescription description) {
      return new Part(
          policy.name(),
          policy.durations() == null ? "" : policy.durations().name().toLowerCase(Locale.ROOT),
          policy.parameters(),
          description.parameters().stream()
              .filter(parameter -> !policy.parameters().containsKey(parameter.name()))
              .toList());
    }

    private String with(List<Double> values) {
      List<String> settings = new ArrayList<>();
      if (!durations.isEmpty()) {
        settings.add("durations=" + durations);
      }
      Map<String, Double> all = new TreeMap<>(given);
      for (int i = 0; i < free.size(); i++) {
        all.put(free.get(i).name(), values.get(i));
      }
      all.forEach((key, value) -> settings.add(key + "=" + plain(value)));
      return settings.isEmpty()
          ? name
          : name + settings.stream().collect(Collectors.joining(",", "(", ")"));
    }
  }

  /** All parameters to which the name gives no value, part by part. */
  public List<PolicyDescription.Parameter> free() {
    return parts.stream().flatMap(part -> part.free().stream()).toList();
  }

  /** The name with values for {@link #free}, each rounded to three digits. */
  public String with(List<Double> values) {
    List<String> names = new ArrayList<>();
    int from = 0;
    for (Part part : parts) {
      int to = from + part.free().size();
      names.add(part.with(values.subList(from, to)));
      from = to;
    }
    return String.join("+", names) + file;
  }

  /** As {@link #with} rounds it. */
  public static double rounded(double value) {
    return BigDecimal.valueOf(value).round(new MathContext(DIGITS)).doubleValue();
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(rounded(value)).stripTrailingZeros().toPlainString();
  }
}
