package org.edgetwin.scenarios.issue;

/**
 * One problem in a scenario or in data that it names.
 *
 * @param file name of the file as the user knows it, or the option of the command line
 * @param line 1 for the first line; 0 if the problem has no line
 * @param path dotted path of the key ({@code fleet.nodes[0].gpu}), or the column of a trace; may be
 *     empty
 * @param value what was written there, shortened; may be empty
 * @param message what is wrong
 * @param hint what to write instead, starting with {@code Maybe}; may be empty
 */
public record Issue(String file, int line, String path, String value, String message, String hint) {
  private static final int LONGEST_VALUE = 60;

  /** Stands for the name of the scenario's file. */
  private static final String SCENARIO = "scenario";

  public Issue {
    value = shorten(value);
  }

  public Issue(Location location, String path, String value, String message, String hint) {
    this(location.file(), location.line(), path, value, message, hint);
  }

  /** A problem that shows only when a scenario meets its data, where lines are no longer known. */
  public static Issue inScenario(String path, String value, String message, String hint) {
    return new Issue(SCENARIO, 0, path, value, message, hint);
  }

  /** The same problem in a scenario whose file is known. */
  public Issue withScenarioFile(String scenarioFile) {
    return file.equals(SCENARIO) ? new Issue(scenarioFile, line, path, value, message, hint) : this;
  }

  /** The same problem, told of where an override was written, if it is with an override. */
  public Issue withOverridesOf(String option) {
    return file.equals(Location.OVERRIDE.file())
        ? new Issue(option, line, path, value, message, hint)
        : this;
  }

  /** The whole problem on one line. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(new Location(file, line).toString());
    if (!path.isEmpty()) {
      text.append(": ").append(path);
    }
    if (!value.isEmpty()) {
      text.append(" = ").append(value);
    }
    text.append(": ").append(message);
    if (!hint.isEmpty()) {
      text.append(' ').append(hint);
    }
    return text.toString();
  }

  /** Long or unprintable values would hide the message. */
  private static String shorten(String value) {
    StringBuilder text = new StringBuilder();
    int end = Math.min(value.length(), LONGEST_VALUE);
    for (int i = 0; i < end; i++) {
      char c = value.charAt(i);
      text.append(Character.isISOControl(c) || Character.isSurrogate(c) ? '?' : c);
    }
    return value.length() > LONGEST_VALUE ? text + "..." : text.toString();
  }
}
