package org.edgetwin.cli.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Results for machines. A figure that is undefined or infinite is null: JSON has no NaN. */
public final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /** An empty object; its keys keep their order. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** A number, or null where there is none. */
  public static JsonNode number(double value) {
    JsonNodeFactory factory = MAPPER.getNodeFactory();
    if (!Double.isFinite(value)) {
      return factory.nullNode();
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? factory.numberNode((long) value)
        : factory.numberNode(value);
  }

  /** The document, indented. */
  public static String text(JsonNode node) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of JSON nodes could not be written.", e);
    }
  }
}
