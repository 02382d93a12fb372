package org.edgetwin.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which scenario, with which changes. */
final class ScenarioOptions {
  @Parameters(paramLabel = "FILE", description = "The scenario file.")
  @SuppressWarnings("NullAway.Init") // picocli sets it: it is required.
  Path file;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = {
        "Change a value of the scenario, such as run.until='2 d' or fleet.nodes[0].count=4. An empty"
            + " value removes the key. May be given many times."
      })
  List<String> overrides = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of all random numbers, instead of the scenario's.")
  @Nullable Long seed;

  /** All changes in the order in which they are made. */
  List<String> allOverrides() {
    List<String> all = new ArrayList<>(overrides);
    if (seed != null) {
      all.add("seed=" + seed);
    }
    return all;
  }
}
