package org.edgetwin.scenarios.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.edgetwin.scenarios.file.YamlNode.Mapping;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issues;
import org.edgetwin.scenarios.model.Key;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record whose components have a {@link Key} from a file: YAML, imports, overrides. All
 * problems that can be told apart are collected; a file that is no YAML at all ends reading at
 * once.
 */
public final class RecordFile {
  private RecordFile() {}

  /**
   * The record in a file.
   *
   * @param overrides {@code path=value}, applied in order after all imports
   * @param issues receives what is wrong
   * @return nothing if anything is wrong
   */
  public static <T> Optional<T> read(
      Path file, List<String> overrides, Class<T> type, Issues issues) {
    try {
      Mapping root = new Imports(issues).read(file);
      return Optional.ofNullable(bind(overridden(root, overrides, issues), type, issues));
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

  static <T> @Nullable T bind(Mapping root, Class<T> type, Issues issues) {
    T record = new Binder(FileVocabulary.of(root), issues).bind(root, type);
    return issues.isEmpty() ? record : null;
  }
}
