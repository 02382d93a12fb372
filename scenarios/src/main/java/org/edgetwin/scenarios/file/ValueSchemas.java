package org.edgetwin.scenarios.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.edgetwin.scenarios.issue.Location;
import org.edgetwin.scenarios.model.Key;
import org.edgetwin.scenarios.model.NameKind;
import org.edgetwin.scenarios.model.Unit;

/** JSON Schema of single values. */
final class ValueSchemas {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String NUMBER = "[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?";

  private final ObjectMapper mapper;
  private final Vocabulary vocabulary =
      FileVocabulary.of(YamlNode.Mapping.of(new Location("", 0), Map.of()));

  ValueSchemas(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  ObjectNode of(Class<?> type, Key key) {
    if (type == String.class || type == Path.class) {
      return name(key.names());
    }
    if (type == boolean.class) {
      return mapper.createObjectNode().put("type", "boolean");
    }
    if (type.isEnum()) {
      ObjectNode node = mapper.createObjectNode();
      KeySpec.words(type).forEach(node.putArray("enum")::add);
      return node;
    }
    return number(type == double.class || type == Double.class ? "number" : "integer", key);
  }

  /** A mapping whose keys are names or whole numbers. */
  ObjectNode map(Class<?> keyType, Key key, ObjectNode value) {
    ObjectNode node = mapper.createObjectNode().put("type", "object");
    if (keyType == String.class) {
      node.set("propertyNames", name(key.names()));
      node.set("additionalProperties", value);
    } else {
      node.putObject("patternProperties").set("^\\d{1,6}$", value);
      node.put("additionalProperties", false);
    }
    return node;
  }

  /** Known names are offered, others allowed: a scenario may have its own. */
  private ObjectNode name(NameKind kind) {
    List<String> names = vocabulary.standardNames(kind);
    ObjectNode node = mapper.createObjectNode();
    if (names.isEmpty()) {
      return node.put("type", "string");
    }
    ArrayNode kinds = node.putArray("anyOf");
    names.forEach(kinds.addObject().putArray("enum")::add);
    kinds.addObject().put("type", "string");
    return node;
  }

  private ObjectNode number(String type, Key key) {
    Unit unit = key.unit();
    ObjectNode plain = mapper.createObjectNode().put("type", type);
    bound(plain, "minimum", key.min());
    bound(plain, "maximum", key.max());
    if (!unit.hasSpellings()) {
      return plain;
    }
    // Spellings hold letters, slashes and the per cent sign: nothing that a pattern would read.
    String spellings = unit.factors().keySet().stream().collect(Collectors.joining("|"));
    ObjectNode text = mapper.createObjectNode().put("type", "string");
    text.put("pattern", "^" + NUMBER + "\\s*(" + spellings + ")$");
    if (!unit.allowsPlainNumber()) {
      return text;
    }
    ObjectNode node = mapper.createObjectNode();
    node.putArray("anyOf").add(plain).add(text);
    return node;
  }

  private static void bound(ObjectNode node, String name, double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e16) {
      node.put(name, (long) value);
    } else {
      node.put(name, value);
    }
  }

  /** A piece of YAML as JSON. */
  JsonNode json(String yaml) {
    try {
      return YAML.readTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
