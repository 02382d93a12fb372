package org.edgetwin.scenarios.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.scenarios.file.YamlNode.Entry;
import org.edgetwin.scenarios.file.YamlNode.Mapping;
import org.edgetwin.scenarios.file.YamlNode.Scalar;
import org.edgetwin.scenarios.file.YamlNode.Sequence;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.issue.Issues;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file and all that it imports. Imported files lie under the importing one, a later import
 * over an earlier one. Each file is read once, however often it is imported.
 */
final class Imports {
  /** The key that names the imported files. */
  static final String KEY = "import";

  private static final int MOST_FILES = 64;

  private final Issues issues;
  private final Map<Path, Mapping> mappingByFile = new HashMap<>();

  Imports(Issues issues) {
    this.issues = issues;
  }

  /**
   * The merged document, without its imports.
   *
   * @throws BadInputException if a file cannot be read as YAML
   */
  Mapping read(Path file) {
    return read(file, new ArrayList<>());
  }

  private Mapping read(Path file, List<Path> importers) {
    Path identity = file.toAbsolutePath().normalize();
    Mapping known = mappingByFile.get(identity);
    if (known != null) {
      return known;
    }
    String shownName = file.toString();
    YamlNode root = YamlReader.read(SourceText.read(file, shownName), shownName, issues);
    if (!(root instanceof Mapping mapping)) {
      throw problem(root, "", rootProblem(root), "Maybe start from `edgetwin new`.");
    }
    importers.add(identity);
    Mapping merged = underlaid(mapping, file, importers);
    importers.remove(importers.size() - 1);
    mappingByFile.put(identity, merged);
    return merged;
  }

  private Mapping underlaid(Mapping mapping, Path file, List<Path> importers) {
    Map<String, Entry> own = new LinkedHashMap<>(mapping.entries());
    Entry imports = own.remove(KEY);
    Mapping above = Mapping.of(mapping.location(), own);
    if (imports == null || YamlNode.isNull(imports.value())) {
      return above;
    }
    Mapping below = Mapping.of(mapping.location(), Map.of());
    for (Scalar name : names(imports.value())) {
      Mapping imported = imported(name, file, importers);
      if (imported != null) {
        below = Merging.merge(below, imported);
      }
    }
    return Merging.merge(below, above);
  }

  private List<Scalar> names(YamlNode node) {
    List<YamlNode> items = node instanceof Sequence sequence ? sequence.items() : List.of(node);
    List<Scalar> names = new ArrayList<>();
    for (YamlNode item : items) {
      if (item instanceof Scalar scalar && !YamlNode.isNull(scalar)) {
        names.add(scalar);
      } else {
        String message = "This should be a file name, but it is " + item.kind() + ".";
        issues.add(item.location(), KEY, item.shown(), message, "Maybe `import: [other.yaml]`.");
      }
    }
    return names;
  }

  private @Nullable Mapping imported(Scalar name, Path importer, List<Path> importers) {
    try {
      Path file = importer.resolveSibling(name.text()).normalize();
      if (importers.contains(file.toAbsolutePath().normalize())) {
        String message = "The file imports itself, directly or through others.";
        issues.add(name.location(), KEY, name.text(), message, "Maybe remove this import.");
        return null;
      }
      if (mappingByFile.size() + importers.size() >= MOST_FILES) {
        String message = "More than " + MOST_FILES + " files are imported.";
        throw problem(name, KEY, message, "");
      }
      if (!file.toFile().exists()) {
        String hint = "Maybe write it relative to " + importer + ".";
        issues.add(name.location(), KEY, name.text(), "There is no such file.", hint);
        return null;
      }
      if (file.toFile().isDirectory()) {
        String hint = "Maybe name a file in it.";
        issues.add(name.location(), KEY, name.text(), "This is a folder.", hint);
        return null;
      }
      return read(file, importers);
    } catch (InvalidPathException | UnsupportedOperationException e) {
      issues.add(name.location(), KEY, name.text(), "This is not a path.", "");
      return null;
    }
  }

  private static String rootProblem(YamlNode root) {
    return YamlNode.isNull(root)
        ? "The file is empty."
        : "A scenario is keys with values, but this is " + root.kind() + ".";
  }

  private static BadInputException problem(
      YamlNode node, String path, String message, String hint) {
    return new BadInputException(new Issue(node.location(), path, node.shown(), message, hint));
  }
}
