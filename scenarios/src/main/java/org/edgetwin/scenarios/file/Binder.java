package org.edgetwin.scenarios.file;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.edgetwin.scenarios.file.YamlNode.Entry;
import org.edgetwin.scenarios.file.YamlNode.Mapping;
import org.edgetwin.scenarios.file.YamlNode.Scalar;
import org.edgetwin.scenarios.file.YamlNode.Sequence;
import org.edgetwin.scenarios.issue.Hints;
import org.edgetwin.scenarios.issue.Issues;
import org.edgetwin.scenarios.model.Choice;
import org.edgetwin.scenarios.model.Key;
import org.edgetwin.scenarios.model.NameKind;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of {@link YamlNode}s and finds all that is wrong on the way: a part with a problem
 * becomes null, and reading goes on beside it.
 */
final class Binder {
  private final Issues issues;
  private final ScalarBinder scalars;
  private final RecordFactory records;

  Binder(Vocabulary vocabulary, Issues issues) {
    this.issues = issues;
    scalars = new ScalarBinder(vocabulary, issues);
    records = new RecordFactory(issues);
  }

  /** The record that a document describes, or null if anything in it is wrong. */
  <T> @Nullable T bind(YamlNode node, Class<T> recordClass) {
    return recordClass.cast(record(node, recordClass, ""));
  }

  private @Nullable Object value(YamlNode node, Type type, Key key, String path) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return generic.getRawType() == List.class
          ? list(node, arguments[0], key, path)
          : map(node, (Class<?>) arguments[0], arguments[1], key, path);
    }
    Class<?> plain = (Class<?>) type;
    if (KeySpec.isChoice(plain)) {
      return choice(node, plain, path);
    }
    return plain.isRecord() ? record(node, plain, path) : scalars.bind(node, plain, key, path);
  }

  private @Nullable List<Object> list(YamlNode node, Type itemType, Key key, String path) {
    if (!(node instanceof Sequence sequence)) {
      String hint = node instanceof Mapping ? "Maybe put '- ' before its first key." : "";
      wrongKind(node, path, "a list", hint);
      return null;
    }
    List<Object> items = new ArrayList<>();
    boolean whole = true;
    Set<String> nameSet = new HashSet<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      YamlNode item = sequence.items().get(i);
      String itemPath = DottedPath.item(path, i);
      Object value = value(item, itemType, key, itemPath);
      whole &= value != null;
      if (value != null) {
        items.add(value);
      }
      whole &= checkNewName(item, itemType, itemPath, nameSet);
    }
    return whole ? List.copyOf(items) : null;
  }

  /** Names that a list gives must be its own. */
  private boolean checkNewName(YamlNode item, Type type, String path, Set<String> nameSet) {
    if (!(type instanceof Class<?> itemClass) || !itemClass.isRecord()) {
      return true;
    }
    for (KeySpec spec : KeySpec.of(itemClass).values()) {
      if (spec.key().names() == NameKind.NEW
          && item instanceof Mapping mapping
          && mapping.get(spec.name()) instanceof Scalar name
          && !nameSet.add(name.text())) {
        issues.add(
            name.location(),
            DottedPath.key(path, spec.name()),
            name.text(),
            "The name stands twice in this list.",
            "Maybe " + name.text() + "-2.");
        return false;
      }
    }
    return true;
  }

  private @Nullable Map<Object, Object> map(
      YamlNode node, Class<?> keyType, Type valueType, Key key, String path) {
    if (!(node instanceof Mapping mapping)) {
      wrongKind(node, path, "keys with values", "");
      return null;
    }
    Map<Object, Object> map = new LinkedHashMap<>();
    boolean whole = true;
    for (Map.Entry<String, Entry> entry : mapping.entries().entrySet()) {
      String entryPath = DottedPath.key(path, entry.getKey());
      Scalar keyNode = new Scalar(entry.getValue().keyLocation(), entry.getKey(), Scalar.Type.TEXT);
      Object mapKey = scalars.bindMapKey(keyNode, keyType, key, entryPath);
      Object value = value(entry.getValue().value(), valueType, key, entryPath);
      whole &= mapKey != null && value != null;
      if (mapKey != null && value != null) {
        map.put(mapKey, value);
      }
    }
    return whole ? Collections.unmodifiableMap(map) : null;
  }

  private @Nullable Object choice(YamlNode node, Class<?> choice, String path) {
    Map<String, Class<?>> options = KeySpec.options(choice);
    if (node instanceof Scalar scalar) {
      return plainChoice(scalar, choice, options, path);
    }
    if (!(node instanceof Mapping mapping)) {
      wrongKind(node, path, "keys with values", "");
      return null;
    }
    String tagPath = DottedPath.key(path, KeySpec.TAG);
    if (!(mapping.get(KeySpec.TAG) instanceof Scalar tag)) {
      issues.add(
          mapping.location(),
          tagPath,
          "",
          "The key is missing.",
          "Maybe `type: " + options.keySet().iterator().next() + "`.");
      return null;
    }
    Class<?> option = options.get(tag.text());
    if (option == null) {
      issues.add(
          tag.location(),
          tagPath,
          tag.text(),
          "There is no such type here.",
          Hints.nearest(tag.text(), options.keySet()));
      return null;
    }
    return record(mapping, option, path);
  }

  private @Nullable Object plainChoice(
      Scalar scalar, Class<?> choice, Map<String, Class<?>> options, String path) {
    Class<?> option = options.get(scalar.text());
    Class<?> plain = choice.getAnnotation(Choice.class).plainValue();
    if (option != null && KeySpec.hasNoRequiredKey(option)) {
      return record(Mapping.of(scalar.location(), Map.of()), option, path);
    }
    boolean word = scalar.text().chars().noneMatch(Character::isDigit);
    if (option == null && plain != Object.class && !word) {
      KeySpec only = KeySpec.of(plain).values().iterator().next();
      Object value = scalars.bind(scalar, (Class<?>) only.type(), only.key(), path);
      return value == null
          ? null
          : records.create(scalar, plain, path, Collections.singletonList(value));
    }
    issues.add(
        scalar.location(),
        path,
        scalar.text(),
        option == null ? "There is no such type here." : "This type needs more keys.",
        option == null
            ? Hints.nearest(scalar.text(), writable(options.keySet(), plain))
            : "Maybe write {type: " + scalar.text() + ", ...}.");
    return null;
  }

  /** What may stand for a choice: its types, and an example of a plain value. */
  private static Set<String> writable(Set<String> options, Class<?> plain) {
    Set<String> writable = new TreeSet<>(options);
    if (plain != Object.class) {
      writable.add(KeySpec.of(plain).values().iterator().next().key().example());
      writable.remove("");
    }
    return writable;
  }

  private @Nullable Object record(YamlNode node, Class<?> recordClass, String path) {
    if (!(node instanceof Mapping mapping)) {
      wrongKind(node, path, "keys with values", "");
      return null;
    }
    Map<String, KeySpec> specs = KeySpec.of(recordClass);
    boolean whole = checkKeys(mapping, specs, recordClass, path);
    List<@Nullable Object> values = new ArrayList<>();
    for (KeySpec spec : specs.values()) {
      YamlNode written = mapping.get(spec.name());
      String keyPath = DottedPath.key(path, spec.name());
      Object value =
          written == null
              ? absent(spec, mapping, keyPath)
              : value(written, spec.type(), spec.key(), keyPath);
      whole &= value != null || (written == null && spec.isNullable());
      values.add(value);
    }
    return whole ? records.create(mapping, recordClass, path, values) : null;
  }

  private @Nullable Object absent(KeySpec spec, Mapping parent, String keyPath) {
    if (spec.isNullable()) {
      return null;
    }
    if (!spec.isRequired()) {
      return records.preset(spec, preset -> value(preset, spec.type(), spec.key(), keyPath));
    }
    String example = spec.key().example();
    issues.add(
        parent.location(),
        keyPath,
        "",
        "The key is missing.",
        example.isEmpty() ? "" : "Maybe `" + spec.name() + ": " + example + "`.");
    return null;
  }

  private boolean checkKeys(
      Mapping mapping, Map<String, KeySpec> specs, Class<?> recordClass, String path) {
    boolean known = true;
    for (Map.Entry<String, Entry> entry : mapping.entries().entrySet()) {
      boolean tag = entry.getKey().equals(KeySpec.TAG) && isOption(recordClass);
      if (!specs.containsKey(entry.getKey()) && !tag) {
        known = false;
        issues.add(
            entry.getValue().keyLocation(),
            DottedPath.key(path, entry.getKey()),
            entry.getValue().value().shown(),
            "There is no such key here.",
            Hints.nearest(entry.getKey(), specs.keySet()));
      }
    }
    return known;
  }

  private static boolean isOption(Class<?> recordClass) {
    for (Class<?> parent : recordClass.getInterfaces()) {
      if (KeySpec.isChoice(parent)) {
        return true;
      }
    }
    return false;
  }

  private void wrongKind(YamlNode node, String path, String wanted, String hint) {
    String message = "This should be " + wanted + ", but it is " + node.kind() + ".";
    issues.add(node.location(), path, node.shown(), message, hint);
  }
}
