package org.edgetwin.scenarios.file;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.edgetwin.scenarios.issue.Hints;
import org.edgetwin.scenarios.model.Key;
import org.edgetwin.scenarios.model.Unit;

/** Reads numbers with units, such as {@code "1.87 USD/h"}. */
final class Quantities {
  private static final Pattern NUMBER_AND_UNIT =
      Pattern.compile(
          "([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d{1,4})?)\\s*([%/a-zA-Z].{0,20})?");
  private static final int LONGEST = 80;

  private Quantities() {}

  /** A number, or what is wrong with the text that should be one. */
  sealed interface Reading {
    /** The number in the component's unit. */
    record Value(double value) implements Reading {}

    /** Why there is none. */
    record Problem(String message, String hint) implements Reading {}
  }

  static Reading read(String text, Key key) {
    String trimmed = text.strip();
    Matcher matcher = NUMBER_AND_UNIT.matcher(trimmed);
    if (trimmed.length() > LONGEST || !matcher.matches()) {
      return new Reading.Problem(
          key.unit().hasSpellings() ? "This is not a number with a unit." : "This is not a number.",
          numberHint(trimmed, key));
    }
    String spelling = matcher.group(2);
    double number = Double.parseDouble(matcher.group(1));
    if (spelling == null) {
      return key.unit().allowsPlainNumber()
          ? inRange(number, key)
          : new Reading.Problem("The unit is missing.", example(trimmed, key.unit()));
    }
    OptionalDouble factor = key.unit().factor(spelling);
    if (factor.isPresent()) {
      return inRange(number * factor.getAsDouble(), key);
    }
    return new Reading.Problem(
        key.unit().hasSpellings()
            ? "There is no unit '" + spelling + "' here."
            : "This number has no unit.",
        key.unit().hasSpellings()
            ? example(matcher.group(1), key.unit())
            : "Maybe " + matcher.group(1) + ".");
  }

  private static Reading inRange(double value, Key key) {
    if (value < key.min() || value > key.max() || Double.isNaN(value)) {
      boolean low = value < key.min();
      return new Reading.Problem(
          low
              ? "The number is too small; at least " + shown(key.min(), key) + "."
              : "The number is too large; at most " + shown(key.max(), key) + ".",
          low && value < 0 ? "Maybe without the minus." : "");
    }
    return new Reading.Value(value);
  }

  private static String shown(double bound, Key key) {
    return key.unit().write(bound);
  }

  private static String example(String number, Unit unit) {
    List<String> examples = new ArrayList<>();
    for (String spelling : unit.factors().keySet()) {
      if (examples.size() < 4) {
        examples.add("'" + number + " " + spelling + "'");
      }
    }
    return Hints.maybe(examples);
  }

  private static String numberHint(String text, Key key) {
    String number = text.replaceAll("[,_' ](?=\\d{3})", "");
    if (text.length() <= LONGEST
        && !number.equals(text)
        && NUMBER_AND_UNIT.matcher(number).matches()) {
      return "Maybe " + number + ".";
    }
    if (!key.example().isEmpty() && !key.example().startsWith("{")) {
      return "Maybe " + key.example() + ".";
    }
    return key.unit().hasSpellings() ? example("1", key.unit()) : "";
  }
}
