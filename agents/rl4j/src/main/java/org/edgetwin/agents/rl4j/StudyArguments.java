package org.edgetwin.agents.rl4j;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * What a study is started with.
 *
 * @param environment name for a {@link org.edgetwin.agents.flat.FlatEnvironmentProvider}
 * @param folder for curve and policy
 */
record StudyArguments(String environment, Path folder, StudyConfig config) {
  static final String USAGE =
      """
      Usage: agents/rl4j/train ENVIRONMENT --learner dqn|a3c --out DIR [OPTION VALUE]...
        ENVIRONMENT              a training file, such as scenarios/training/duet-v1.yaml
        --learner dqn|a3c        what learns
        --out DIR                for curve and policy; goes on with what was stopped there
        --seconds 600            longest training
        --steps 1000000          most steps
        --seed 1                 of weights, exploration and episodes
        --widths 64,64           units of the hidden layers
        --threads 1              of A3C
        --gamma 0.99             discount of a step
        --learning-rate 0.001    of Adam
        --reward-factor 1        rewards are multiplied by it
        --exploration-steps 10000""";

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "--seconds", "600",
          "--steps", "1000000",
          "--seed", "1",
          "--widths", "64,64",
          "--threads", "1",
          "--gamma", "0.99",
          "--learning-rate", "0.001",
          "--reward-factor", "1",
          "--exploration-steps", "10000");

  private static final List<String> REQUIRED = List.of("--learner", "--out");

  /**
   * Reads the environment and pairs of a name and a value.
   *
   * @throws IllegalArgumentException if one is unknown, missing or wrong
   */
  static StudyArguments parse(String... arguments) {
    if (arguments.length == 0 || arguments[0].startsWith("--")) {
      throw new IllegalArgumentException("The environment is missing.\n" + USAGE);
    }
    Map<String, String> given = new LinkedHashMap<>(DEFAULTS);
    for (int i = 1; i < arguments.length; i += 2) {
      String name = arguments[i];
      if (!DEFAULTS.containsKey(name) && !REQUIRED.contains(name)) {
        throw new IllegalArgumentException("There is no option " + name + ".\n" + USAGE);
      }
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException("The option " + name + " has no value.\n" + USAGE);
      }
      given.put(name, arguments[i + 1]);
    }
    for (String name : REQUIRED) {
      if (!given.containsKey(name)) {
        throw new IllegalArgumentException("The option " + name + " is missing.\n" + USAGE);
      }
    }
    return new StudyArguments(arguments[0], value(given, "--out", Path::of), config(given));
  }

  private static StudyConfig config(Map<String, String> given) {
    return new StudyConfig(
        value(given, "--learner", text -> Learner.valueOf(text.toUpperCase(Locale.ROOT))),
        value(given, "--seconds", Double::parseDouble),
        value(given, "--steps", Integer::parseInt),
        value(given, "--seed", Long::parseLong),
        value(
            given,
            "--widths",
            text -> Arrays.stream(text.split(",", -1)).map(Integer::parseInt).toList()),
        value(given, "--threads", Integer::parseInt),
        value(given, "--gamma", Double::parseDouble),
        value(given, "--learning-rate", Double::parseDouble),
        value(given, "--reward-factor", Double::parseDouble),
        value(given, "--exploration-steps", Integer::parseInt));
  }

  private static <T> T value(Map<String, String> given, String name, Function<String, T> reader) {
    String text = given.getOrDefault(name, "");
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The value \"" + text + "\" of " + name + " cannot be read. Maybe see:\n" + USAGE, e);
    }
  }
}
