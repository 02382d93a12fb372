package org.edgetwin.scenarios.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.edgetwin.scenarios.ScenarioLoader;
import org.edgetwin.scenarios.ScenarioRuns;
import org.edgetwin.scenarios.file.RecordFile;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issues;

/** Reads training files and opens the scenarios that they name. */
public final class TrainingFiles {
  private TrainingFiles() {}

  /**
   * Reads a file.
   *
   * @param overrides {@code path=value}, as in {@code --set learning.updates=10}
   * @throws BadInputException with all problems if there are any
   */
  public static Training load(Path file, List<String> overrides) {
    Issues issues = new Issues();
    return RecordFile.read(file, overrides, Training.class, issues)
        .orElseThrow(() -> new BadInputException(issues.all()));
  }

  /**
   * The runs of the variants of a span, in order.
   *
   * @param file where the training stands: the scenario's path is relative to it
   * @throws BadInputException if the scenario with its changes is wrong
   */
  public static List<ScenarioRuns> open(Path file, Training training, Training.Span span) {
    Path scenario = file.resolveSibling(training.scenario());
    List<String> variants = training.variants().isEmpty() ? List.of("") : training.variants();
    List<ScenarioRuns> runs = new ArrayList<>();
    for (String variant : variants) {
      List<String> overrides = new ArrayList<>(span.set());
      if (!variant.isEmpty()) {
        overrides.add(variant);
      }
      runs.add(ScenarioRuns.open(ScenarioLoader.load(scenario, overrides).orThrow()));
    }
    return runs;
  }
}
