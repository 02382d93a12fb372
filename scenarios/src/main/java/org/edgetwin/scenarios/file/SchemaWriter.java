package org.edgetwin.scenarios.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.edgetwin.scenarios.model.Choice;
import org.edgetwin.scenarios.model.Key;
import org.edgetwin.scenarios.model.Option;
import org.edgetwin.scenarios.model.Scenario;

/**
 * Writes the JSON Schema (draft 2020-12) of scenario files, for editors that complete and check
 * while one types. It is a little stricter than the parser in how things are spelt, and knows less
 * of how they fit together.
 */
public final class SchemaWriter {
  /** Name of the shipped file. */
  public static final String FILE_NAME = "edgetwin-scenario.schema.json";

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final ObjectNode definitions = MAPPER.createObjectNode();
  private final Deque<Class<?>> open = new ArrayDeque<>();
  private final ValueSchemas values = new ValueSchemas(MAPPER);

  private SchemaWriter() {}

  /** The whole schema, with a line break at its end. */
  public static String write() {
    SchemaWriter writer = new SchemaWriter();
    ObjectNode root = MAPPER.createObjectNode();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("$id", "urn:edgetwin:scenario");
    root.put("title", "EdgeTwin scenario");
    root.setAll(writer.object(Scenario.class));
    writer.addImport((ObjectNode) root.get("properties"));
    needNothingFromImporters(root);
    writer.writeDefinitions();
    root.set("$defs", writer.definitions);
    try {
      return MAPPER.writeValueAsString(root).replace("\r\n", "\n") + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addImport(ObjectNode properties) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put(
        "description",
        "Files that lie under this one, relative to it; later ones over earlier ones.");
    ArrayNode kinds = node.putArray("anyOf");
    kinds.addObject().put("type", "string");
    kinds.addObject().put("type", "array").putObject("items").put("type", "string");
    properties.set(Imports.KEY, node);
  }

  /** What a file that imports others leaves out may stand in those. */
  private static void needNothingFromImporters(ObjectNode root) {
    ArrayNode kinds = root.putArray("anyOf");
    kinds.addObject().putArray("required").add(Imports.KEY);
    kinds.addObject().set("required", root.remove("required"));
  }

  private void writeDefinitions() {
    while (!open.isEmpty()) {
      Class<?> type = open.removeFirst();
      definitions.set(name(type), KeySpec.isChoice(type) ? choice(type) : object(type));
    }
  }

  private ObjectNode object(Class<?> recordClass) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("type", "object");
    Option option = recordClass.getAnnotation(Option.class);
    if (option != null) {
      node.put("description", option.doc());
    }
    node.put("additionalProperties", false);
    ObjectNode properties = node.putObject("properties");
    List<String> required = new ArrayList<>();
    if (option != null) {
      properties.putObject(KeySpec.TAG).put("const", option.value());
      required.add(KeySpec.TAG);
    }
    for (KeySpec spec : KeySpec.of(recordClass).values()) {
      properties.set(spec.name(), property(spec));
      if (spec.isRequired()) {
        required.add(spec.name());
      }
    }
    if (!required.isEmpty()) {
      ArrayNode names = node.putArray("required");
      required.forEach(names::add);
    }
    return node;
  }

  private ObjectNode property(KeySpec spec) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("description", spec.key().doc());
    node.setAll(type(spec.type(), spec.key()));
    if (!spec.isRequired() && !spec.isNullable()) {
      node.set("default", values.json(spec.key().preset()));
    }
    if (!spec.key().example().isEmpty()) {
      node.putArray("examples").add(values.json(spec.key().example()));
    }
    return node;
  }

  private ObjectNode type(Type type, Key key) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return generic.getRawType() == List.class
          ? list(type(arguments[0], key))
          : values.map((Class<?>) arguments[0], key, type(arguments[1], key));
    }
    Class<?> plain = (Class<?>) type;
    return plain.isRecord() || KeySpec.isChoice(plain) ? reference(plain) : values.of(plain, key);
  }

  private static ObjectNode list(ObjectNode items) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("type", "array");
    node.set("items", items);
    return node;
  }

  private ObjectNode choice(Class<?> choice) {
    Choice about = choice.getAnnotation(Choice.class);
    ObjectNode node = MAPPER.createObjectNode();
    node.put("description", about.doc());
    ArrayNode kinds = node.putArray("anyOf");
    ArrayNode words = MAPPER.createArrayNode();
    for (Map.Entry<String, Class<?>> option : KeySpec.options(choice).entrySet()) {
      if (KeySpec.hasNoRequiredKey(option.getValue())) {
        words.add(option.getKey());
      }
    }
    if (!words.isEmpty()) {
      kinds.addObject().set("enum", words);
    }
    if (about.plainValue() != Object.class) {
      KeySpec only = KeySpec.of(about.plainValue()).values().iterator().next();
      kinds.add(type(only.type(), only.key()));
    }
    KeySpec.options(choice).values().forEach(option -> kinds.add((JsonNode) reference(option)));
    return node;
  }

  private ObjectNode reference(Class<?> type) {
    if (!definitions.has(name(type))) {
      definitions.putObject(name(type));
      open.add(type);
    }
    return MAPPER.createObjectNode().put("$ref", "#/$defs/" + name(type));
  }

  private static String name(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null
        ? type.getSimpleName()
        : outer.getSimpleName() + "." + type.getSimpleName();
  }
}
