package org.edgetwin.scenarios.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.scenarios.issue.Location;
import org.jspecify.annotations.Nullable;

/** A piece of a YAML file that knows where it was written. Immutable. */
sealed interface YamlNode {
  Location location();

  /** Number of nodes in it, itself included; a node that is used twice counts twice. */
  int size();

  /** What kind of thing it is, for messages. */
  String kind();

  /** What was written, for messages; empty if that would be long. */
  default String shown() {
    return "";
  }

  /** A single value, kept as its text: a name such as {@code 6214e9} never becomes a number. */
  record Scalar(Location location, String text, Type type) implements YamlNode {
    /** How YAML reads the text. */
    enum Type {
      TEXT,
      NUMBER,
      BOOLEAN,
      NULL
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public String kind() {
      return switch (type) {
        case TEXT -> "a text";
        case NUMBER -> "a number";
        case BOOLEAN -> "true or false";
        case NULL -> "nothing";
      };
    }

    @Override
    public String shown() {
      return text;
    }
  }

  /** A list. */
  record Sequence(Location location, List<YamlNode> items, int size) implements YamlNode {
    static Sequence of(Location location, List<YamlNode> items) {
      return new Sequence(location, List.copyOf(items), sum(items));
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Keys and values in the order of the file. */
  record Mapping(Location location, Map<String, Entry> entries, int size) implements YamlNode {
    static Mapping of(Location location, Map<String, Entry> entries) {
      return new Mapping(
          location,
          Collections.unmodifiableMap(new LinkedHashMap<>(entries)),
          sum(entries.values().stream().map(Entry::value).toList()));
    }

    /** The value of a key, or null if the key is absent or has no value. */
    @Nullable YamlNode get(String key) {
      Entry entry = entries.get(key);
      return entry == null || isNull(entry.value()) ? null : entry.value();
    }

    @Override
    public String kind() {
      return "keys with values";
    }
  }

  /** A value and where its key was written. */
  record Entry(Location keyLocation, YamlNode value) {}

  /** Whether it is an empty value, which counts as not written. */
  static boolean isNull(YamlNode node) {
    return node instanceof Scalar scalar && scalar.type() == Scalar.Type.NULL;
  }

  private static int sum(Iterable<YamlNode> nodes) {
    long size = 1;
    for (YamlNode node : nodes) {
      size += node.size();
    }
    return (int) Math.min(size, Integer.MAX_VALUE);
  }
}
