package org.edgetwin.sim.scheduling;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A policy as users write it: {@code name} or {@code name(key=value, ...)}.
 *
 * @param name name or alias
 * @param durations what it is to know of durations, or null for its default; the key {@code
 *     durations}
 * @param parameters the other keys
 */
record PolicyName(String name, DurationKnowledge durations, Map<String, Double> parameters) {
  private static final String DURATIONS = "durations";

  /**
   * @throws IllegalArgumentException if the text is not of that form
   */
  static PolicyName parse(String text) {
    int open = text.indexOf('(');
    if (open < 0) {
      return new PolicyName(text.strip(), null, Map.of());
    }
    if (!text.endsWith(")")) {
      throw new IllegalArgumentException("The policy '" + text + "' has no closing parenthesis.");
    }
    DurationKnowledge durations = null;
    Map<String, Double> parameters = new TreeMap<>();
    String inside = text.substring(open + 1, text.length() - 1).strip();
    for (String part : inside.isEmpty() ? new String[0] : inside.split(",", -1)) {
      String[] pair = part.split("=", -1);
      if (pair.length != 2) {
        throw new IllegalArgumentException(
            "In the policy '" + text + "', '" + part.strip() + "' is not key=value.");
      }
      if (pair[0].strip().equals(DURATIONS)) {
        durations = durations(pair[1].strip());
      } else {
        parameters.put(pair[0].strip(), number(text, pair[0].strip(), pair[1].strip()));
      }
    }
    return new PolicyName(text.substring(0, open).strip(), durations, parameters);
  }

  private static DurationKnowledge durations(String value) {
    try {
      return DurationKnowledge.valueOf(value.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "There is no knowledge of durations '" + value + "'. Maybe none, limit, noisy or oracle.",
          e);
    }
  }

  private static double number(String text, String key, String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "In the policy '"
              + text
              + "', the value of "
              + key
              + " ('"
              + value
              + "') is not a number.",
          e);
    }
  }
}
