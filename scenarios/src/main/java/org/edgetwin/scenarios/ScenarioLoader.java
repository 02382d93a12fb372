package org.edgetwin.scenarios;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.edgetwin.scenarios.file.ScenarioParser;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issues;
import org.edgetwin.scenarios.model.Scenario;

/**
 * Reads scenario files. Whatever a file holds, the answer is a scenario or a list of problems with
 * their places; never another exception.
 */
public final class ScenarioLoader {
  private ScenarioLoader() {}

  /**
   * Reads a file and all that it imports. Data files that it names must exist, but are not read.
   *
   * @param overrides {@code path=value}, as in {@code --set fleet.nodes[0].count=4}
   */
  public static LoadResult load(Path file, List<String> overrides) {
    Issues issues = new Issues();
    Optional<Scenario> scenario = ScenarioParser.parse(file, overrides, issues);
    return new LoadResult(scenario, issues.all());
  }

  /**
   * Reads a file and the data that it names, too: all that a run would read.
   *
   * @param overrides as for {@link #load}
   */
  public static LoadResult check(Path file, List<String> overrides) {
    LoadResult result = load(file, overrides);
    if (result.isValid()) {
      try {
        ScenarioRuns.open(result.orThrow());
      } catch (BadInputException e) {
        String name = file.toString();
        return new LoadResult(
            Optional.empty(),
            e.issues().stream().map(issue -> issue.withScenarioFile(name)).toList());
      }
    }
    return result;
  }
}
