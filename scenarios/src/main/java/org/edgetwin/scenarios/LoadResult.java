package org.edgetwin.scenarios;

import java.util.List;
import java.util.Optional;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.model.Scenario;

/**
 * What came of reading a scenario file.
 *
 * @param scenario the scenario; nothing if there are problems
 * @param issues all problems; empty if there is a scenario
 */
public record LoadResult(Optional<Scenario> scenario, List<Issue> issues) {
  public LoadResult {
    issues = List.copyOf(issues);
    if (scenario.isPresent() != issues.isEmpty()) {
      throw new IllegalArgumentException("Either a scenario or problems, not both or neither.");
    }
  }

  /** Whether there is a scenario. */
  public boolean isValid() {
    return scenario.isPresent();
  }

  /**
   * The scenario.
   *
   * @throws BadInputException with all problems if there are any
   */
  public Scenario orThrow() {
    return scenario.orElseThrow(() -> new BadInputException(issues));
  }

  /**
   * The scenario.
   *
   * @param overrides option or file in which the overrides were written, if not {@code --set}
   * @throws BadInputException with all problems if there are any
   */
  public Scenario orThrow(String overrides) {
    return scenario.orElseThrow(
        () ->
            new BadInputException(
                issues.stream().map(issue -> issue.withOverridesOf(overrides)).toList()));
  }
}
