package org.edgetwin.scenarios.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.edgetwin.scenarios.file.YamlNode.Entry;
import org.edgetwin.scenarios.file.YamlNode.Mapping;
import org.edgetwin.scenarios.file.YamlNode.Scalar;
import org.edgetwin.scenarios.file.YamlNode.Sequence;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.issue.Issues;
import org.edgetwin.scenarios.issue.Location;
import org.jspecify.annotations.Nullable;

/**
 * Replaces values by {@code path=value}, as the command line gives them. The value is YAML; an
 * empty one removes the key. An index one past the end of a list appends to it.
 */
final class Overrides {
  private static final Pattern STEP = Pattern.compile("(?:^|\\.)([^.\\[\\]=]+)|\\[(\\d{1,6})]");
  private static final int MOST_STEPS = 30;

  private Overrides() {}

  /**
   * The document with one value replaced.
   *
   * @param text {@code path=value}
   * @throws BadInputException if the text is not of that form or the path leads nowhere
   */
  static Mapping apply(Mapping root, String text, Issues issues) {
    int equals = text.indexOf('=');
    List<String> steps = equals < 0 ? List.of() : steps(text.substring(0, equals).strip());
    if (steps.isEmpty()) {
      throw problem(text, "", "This is not path=value.", "Maybe fleet.nodes[0].count=4.");
    }
    YamlNode value = YamlReader.read(text.substring(equals + 1), Location.OVERRIDE.file(), issues);
    return (Mapping) set(root, steps, 0, onCommandLine(value), "");
  }

  /** Keys as they are, indices in brackets; empty if the text is no path. */
  private static List<String> steps(String path) {
    List<String> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(path);
    int end = 0;
    while (matcher.find() && matcher.start() == end && steps.size() < MOST_STEPS) {
      steps.add(matcher.group());
      end = matcher.end();
    }
    return end == path.length() ? steps : List.of();
  }

  private static YamlNode set(
      @Nullable YamlNode node, List<String> steps, int depth, YamlNode value, String path) {
    if (depth == steps.size()) {
      return value;
    }
    String step = steps.get(depth);
    return step.startsWith("[")
        ? setItem(
            node, Integer.parseInt(step.substring(1, step.length() - 1)), steps, depth, value, path)
        : setKey(node, step.startsWith(".") ? step.substring(1) : step, steps, depth, value, path);
  }

  private static YamlNode setKey(
      @Nullable YamlNode node,
      String key,
      List<String> steps,
      int depth,
      YamlNode value,
      String path) {
    String keyPath = DottedPath.key(path, key);
    if (node instanceof Sequence) {
      String hint = "Maybe " + path + "[0]." + key + ".";
      throw problem("", keyPath, path + " is a list.", hint);
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    if (node instanceof Mapping mapping) {
      entries.putAll(mapping.entries());
    } else if (node instanceof Scalar word && !YamlNode.isNull(word)) {
      // `limits: realistic` is short for `limits: {type: realistic}`.
      entries.put(KeySpec.TAG, new Entry(word.location(), word));
    }
    Entry old = entries.get(key);
    YamlNode child = set(old == null ? null : old.value(), steps, depth + 1, value, keyPath);
    entries.put(key, new Entry(Location.OVERRIDE, child));
    return Mapping.of(node == null ? Location.OVERRIDE : node.location(), entries);
  }

  private static YamlNode setItem(
      @Nullable YamlNode node,
      int index,
      List<String> steps,
      int depth,
      YamlNode value,
      String path) {
    String itemPath = DottedPath.item(path, index);
    List<YamlNode> items = new ArrayList<>();
    if (node instanceof Sequence sequence) {
      items.addAll(sequence.items());
    } else if (node != null && !YamlNode.isNull(node)) {
      throw problem("", itemPath, path + " is not a list.", "Maybe leave out [" + index + "].");
    }
    if (index > items.size()) {
      String message = "The list " + path + " has " + items.size() + " items.";
      throw problem("", itemPath, message, "Maybe " + DottedPath.item(path, items.size()) + ".");
    }
    YamlNode old = index < items.size() ? items.get(index) : null;
    YamlNode child = set(old, steps, depth + 1, value, itemPath);
    if (index < items.size()) {
      items.set(index, child);
    } else {
      items.add(child);
    }
    return Sequence.of(node == null ? Location.OVERRIDE : node.location(), items);
  }

  private static YamlNode onCommandLine(YamlNode node) {
    if (node instanceof Mapping mapping) {
      Map<String, Entry> entries = new LinkedHashMap<>();
      mapping
          .entries()
          .forEach(
              (key, entry) ->
                  entries.put(key, new Entry(Location.OVERRIDE, onCommandLine(entry.value()))));
      return Mapping.of(Location.OVERRIDE, entries);
    }
    if (node instanceof Sequence sequence) {
      return Sequence.of(
          Location.OVERRIDE, sequence.items().stream().map(Overrides::onCommandLine).toList());
    }
    Scalar scalar = (Scalar) node;
    return new Scalar(Location.OVERRIDE, scalar.text(), scalar.type());
  }

  private static BadInputException problem(String value, String path, String message, String hint) {
    return new BadInputException(new Issue(Location.OVERRIDE, path, value, message, hint));
  }
}
