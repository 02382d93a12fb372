package org.edgetwin.scenarios.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.edgetwin.scenarios.file.YamlNode.Mapping;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issues;
import org.edgetwin.scenarios.model.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * Reads scenario files: YAML, imports, overrides, records. All problems that can be told apart are
 * collected; a file that is no YAML at all ends reading at once.
 */
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
    try {
      Mapping root = new Imports(issues).read(file);
      return Optional.ofNullable(bind(overridden(root, overrides, issues), issues));
    } catch (BadInputException e) {
      e.issues().forEach(issues::add);
      return Optional.empty();
    }
  }

  /** The scenario in a text; relative paths in it are resolved against the present folder. */
  public static Optional<Scenario> parse(String text, String shownName, Issues issues) {
    try {
      YamlNode root = YamlReader.read(text, shownName, issues);
      if (root instanceof Mapping mapping) {
        return Optional.ofNullable(bind(mapping, issues));
      }
      String hint = "Maybe start from `edgetwin new`.";
      issues.add(root.location(), "", root.shown(), "This is not a scenario.", hint);
      return Optional.empty();
    } catch (BadInputException e) {
      e.issues().forEach(issues::add);
      return Optional.empty();
    }
  }

  private static Mapping overridden(Mapping root, List<String> overrides, Issues issues) {
    Mapping result = root;
    for (String override : overrides) {
      try {
        result = Overrides.apply(result, override, issues);
      } catch (BadInputException e) {
        e.issues().forEach(issues::add);
      }
    }
    return result;
  }

  private static @Nullable Scenario bind(Mapping root, Issues issues) {
    Scenario scenario = new Binder(FileVocabulary.of(root), issues).bind(root, Scenario.class);
    return issues.isEmpty() ? scenario : null;
  }
}
