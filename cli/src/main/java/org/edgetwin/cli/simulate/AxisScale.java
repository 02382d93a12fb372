package org.edgetwin.cli.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where values stand on an axis: at their numbers, if all have one and the same unit, or are times,
 * and ascend.
 *
 * @param positions empty if they have none
 * @param unit of the positions; may be empty
 */
record AxisScale(List<Double> positions, String unit) {
  private static final Pattern NUMBER =
      Pattern.compile("(-?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)\\s*(\\S*)");
  private static final Map<String, Double> SECONDS =
      Map.of("ms", 1e-3, "s", 1.0, "min", 60.0, "h", 3600.0, "d", 86_400.0);
  private static final AxisScale NONE = new AxisScale(List.of(), "");

  static AxisScale of(List<String> values) {
    List<Double> numbers = new ArrayList<>();
    List<String> units = new ArrayList<>();
    for (String value : values) {
      Matcher matcher = NUMBER.matcher(value.strip());
      if (!matcher.matches()) {
        return NONE;
      }
      numbers.add(Double.parseDouble(matcher.group(1)));
      units.add(matcher.group(2));
    }
    String unit = units.isEmpty() ? "" : units.get(0);
    if (!units.stream().allMatch(unit::equals)) {
      if (!SECONDS.keySet().containsAll(units)) {
        return NONE;
      }
      unit = "s";
      for (int i = 0; i < numbers.size(); i++) {
        numbers.set(i, numbers.get(i) * SECONDS.get(units.get(i)));
      }
    }
    for (int i = 1; i < numbers.size(); i++) {
      if (!(numbers.get(i) > numbers.get(i - 1))) {
        return NONE;
      }
    }
    return new AxisScale(List.copyOf(numbers), unit);
  }
}
