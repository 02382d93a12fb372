package org.edgetwin.scenarios.file;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.edgetwin.scenarios.file.Quantities.Reading;
import org.edgetwin.scenarios.file.YamlNode.Scalar;
import org.edgetwin.scenarios.issue.Hints;
import org.edgetwin.scenarios.issue.Issues;
import org.edgetwin.scenarios.model.Key;
import org.edgetwin.scenarios.model.NameKind;
import org.jspecify.annotations.Nullable;

/** Makes texts, numbers, words, names and paths of scalars. */
final class ScalarBinder {
  private static final int LONGEST_TEXT = 20_000;

  private final Vocabulary vocabulary;
  private final Issues issues;

  ScalarBinder(Vocabulary vocabulary, Issues issues) {
    this.vocabulary = vocabulary;
    this.issues = issues;
  }

  @Nullable Object bind(YamlNode node, Class<?> type, Key key, String path) {
    if (!(node instanceof Scalar scalar)) {
      String message = "This should be " + wanted(type) + ", but it is " + node.kind() + ".";
      issues.add(node.location(), path, "", message, "");
      return null;
    }
    if (YamlNode.isNull(scalar)) {
      issues.add(scalar.location(), path, "", "The value is missing.", "");
      return null;
    }
    if (type == String.class) {
      return text(scalar, key.names(), path);
    }
    if (type == Path.class) {
      return file(scalar, path);
    }
    if (type == boolean.class) {
      return truth(scalar, path);
    }
    return type.isEnum() ? word(scalar, type, path) : number(scalar, type, key, path);
  }

  /** Keys of maps: names are checked, numbers are whole. */
  @Nullable Object bindMapKey(Scalar scalar, Class<?> type, Key key, String path) {
    if (type == String.class) {
      return text(scalar, key.names(), path);
    }
    if (scalar.text().matches("\\d{1,6}")) {
      return Integer.valueOf(scalar.text());
    }
    issues.add(
        scalar.location(),
        path,
        scalar.text(),
        "The key is not a whole number from 0 to 999999.",
        "Maybe `1: 100 %`.");
    return null;
  }

  private @Nullable String text(Scalar scalar, NameKind kind, String path) {
    String text = scalar.text();
    String problem =
        text.length() > LONGEST_TEXT
            ? "The text is longer than " + LONGEST_TEXT + " characters."
            : vocabulary.problem(kind, text);
    if (problem == null) {
      return text;
    }
    issues.add(scalar.location(), path, text, problem, vocabulary.hint(kind, text));
    return null;
  }

  /** Paths are relative to the file that names them. */
  private @Nullable Path file(Scalar scalar, String path) {
    try {
      Path file = Path.of(scalar.location().file()).resolveSibling(scalar.text());
      if (Files.isRegularFile(file)) {
        return file.toAbsolutePath().normalize();
      }
      String message = "There is no such file.";
      issues.add(scalar.location(), path, scalar.text(), message, "Maybe check the path.");
    } catch (InvalidPathException e) {
      issues.add(scalar.location(), path, scalar.text(), "This is not a path.", "");
    }
    return null;
  }

  private @Nullable Boolean truth(Scalar scalar, String path) {
    return switch (scalar.text()) {
      case "true" -> true;
      case "false" -> false;
      default -> {
        issues.add(
            scalar.location(),
            path,
            scalar.text(),
            "This is neither true nor false.",
            "Maybe true or false.");
        yield null;
      }
    };
  }

  private @Nullable Object word(Scalar scalar, Class<?> type, String path) {
    List<String> words = KeySpec.words(type);
    int index = words.indexOf(scalar.text());
    if (index >= 0) {
      return type.getEnumConstants()[index];
    }
    issues.add(
        scalar.location(),
        path,
        scalar.text(),
        "This is none of the words that can stand here.",
        Hints.nearest(scalar.text(), words));
    return null;
  }

  private @Nullable Object number(Scalar scalar, Class<?> type, Key key, String path) {
    Reading reading = Quantities.read(scalar.text(), key);
    if (reading instanceof Reading.Problem problem) {
      issues.add(scalar.location(), path, scalar.text(), problem.message(), problem.hint());
      return null;
    }
    double value = ((Reading.Value) reading).value();
    if (type == double.class || type == Double.class) {
      return value;
    }
    if (value != Math.rint(value)) {
      String hint = "Maybe " + Math.round(value) + ".";
      issues.add(scalar.location(), path, scalar.text(), "This is not a whole number.", hint);
      return null;
    }
    return type == long.class ? (Object) (long) value : (Object) (int) value;
  }

  private static String wanted(Class<?> type) {
    if (type == String.class || type == Path.class) {
      return "a text";
    }
    if (type == boolean.class) {
      return "true or false";
    }
    return type.isEnum() ? "a word" : "a number";
  }
}
