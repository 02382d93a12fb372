package org.edgetwin.scenarios.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.edgetwin.scenarios.file.YamlNode.Mapping;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issues;
import org.edgetwin.scenarios.model.Scenario;

/** Reads scenarios, as {@link RecordFile} does. */
public final class ScenarioParser {
  private ScenarioParser() {}

  /**
   * The scenario in a file.
   *
   * @param overrides {@code path=value}, applied in order after all imports
   * @param issues receives what is wrong
   * @return nothing if anything is wrong
   */
  public static Optional<Scenario> parse(Path file, List<String> overrides, Issues issues) {
    return RecordFile.read(file, overrides, Scenario.class, issues);
  }

  /** The scenario in a text; relative paths in it are resolved against the present folder. */
  public static Optional<Scenario> parse(String text, String shownName, Issues issues) {
    try {
      YamlNode root = YamlReader.read(text, shownName, issues);
      if (root instanceof Mapping mapping) {
        return Optional.ofNullable(RecordFile.bind(mapping, Scenario.class, issues));
      }
      String hint = "Maybe start from `edgetwin new`.";
      issues.add(root.location(), "", root.shown(), "This is not a scenario.", hint);
      return Optional.empty();
    } catch (BadInputException e) {
      e.issues().forEach(issues::add);
      return Optional.empty();
    }
  }
}
