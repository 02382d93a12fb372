package org.edgetwin.scenarios.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.edgetwin.scenarios.ScenarioLoader;
import org.edgetwin.scenarios.ScenarioRuns;
import org.edgetwin.scenarios.file.KeyReference;
import org.edgetwin.scenarios.file.RecordFile;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.issue.Issues;
import org.edgetwin.scenarios.model.Scenario;

/** Reads training files and opens the scenarios that they name. */
public final class TrainingFiles {
  private static final String REFERENCE =
      """
      # Training keys

      Generated from the records in `scenarios/src/main/java/org/edgetwin/scenarios/training`; do
      not edit. What a training does: [reinforcement learning](../rl.md).

      A key without a preset must be written; one whose preset is "none" may be left out. The key
      `import`, a file or a list of files, lays other training files under this one.
      """;

  private TrainingFiles() {}

  /** The reference of all keys as Markdown. */
  public static String reference() {
    return KeyReference.of(REFERENCE, Training.class);
  }

  /**
   * Reads a file.
   *
   * @param overrides {@code path=value}, as in {@code --set learning.updates=10}
   * @throws BadInputException with all problems if there are any
   */
  public static Training load(Path file, List<String> overrides) {
    Issues issues = new Issues();
    Training training =
        RecordFile.read(file, overrides, Training.class, issues)
            .orElseThrow(() -> new BadInputException(issues.all()));
    check(file, training, issues);
    issues.throwIfAny();
    return training;
  }

  private static void check(Path file, Training training, Issues issues) {
    Training.Learning learning = training.learning();
    if (learning.team() != Training.Teaming.COOPERATIVE && learning.updates() == 0) {
      issues.add(
          new Issue(
              file.toString(),
              0,
              "learning.team",
              learning.team().name().toLowerCase(Locale.ROOT),
              "No choice is drawn, for learning.updates is 0, so this has no effect.",
              "Maybe learning.updates=120, or leave the key out."));
    }
  }

  /**
   * The scenarios of the variants of a span, in order.
   *
   * @param file where the training stands: the scenario's path is relative to it
   * @throws BadInputException if the scenario with its changes is wrong
   */
  public static List<Scenario> scenarios(Path file, Training training, Training.Span span) {
    Path scenario = scenarioFile(file, training);
    List<String> variants = training.variants().isEmpty() ? List.of("") : training.variants();
    List<Scenario> scenarios = new ArrayList<>();
    for (String variant : variants) {
      List<String> overrides = new ArrayList<>(span.set());
      if (!variant.isEmpty()) {
        overrides.add(variant);
      }
      scenarios.add(ScenarioLoader.load(scenario, overrides).orThrow(file.toString()));
    }
    return scenarios;
  }

  /**
   * The runs of the variants of a span, in order.
   *
   * @throws BadInputException if the scenario with its changes is wrong
   */
  public static List<ScenarioRuns> open(Path file, Training training, Training.Span span) {
    return scenarios(file, training, span).stream().map(ScenarioRuns::open).toList();
  }

  /** Where the scenario of a training stands. */
  public static Path scenarioFile(Path file, Training training) {
    return file.resolveSibling(training.scenario());
  }
}
