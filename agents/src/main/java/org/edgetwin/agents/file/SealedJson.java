package org.edgetwin.agents.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;

/**
 * JSON files that say what they are and whether they are whole: a format, its version, and the
 * SHA-256 of {@code content} as compact JSON in UTF-8.
 *
 * @param format what the content is
 * @param version of the format
 */
record SealedJson(String format, int version) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** Writes a file, replacing an older one at once. Equal content gives equal bytes. */
  void write(Path file, ObjectNode content) throws IOException {
    ObjectNode whole = JSON.createObjectNode();
    whole.put("format", format);
    whole.put("formatVersion", version);
    whole.put("sha256", hash(content));
    whole.set("content", content);
    AtomicFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(whole));
  }

  /**
   * Reads a file's content.
   *
   * @param file its name, for messages
   * @throws IllegalArgumentException if it is not a whole file of this format and version
   */
  JsonNode read(String file, byte[] bytes) {
    JsonNode whole = parse(file, bytes);
    require(file, "format", whole.path("format").asText(), format, "Maybe it is another file.");
    require(
        file,
        "formatVersion",
        whole.path("formatVersion").asText(),
        Integer.toString(version),
        "Maybe it was written by another version of EdgeTwin: train the policy again.");
    JsonNode content = whole.path("content");
    require(
        file,
        "sha256",
        whole.path("sha256").asText(),
        hash(content),
        "The content was changed or damaged. Maybe copy the file again.");
    return content;
  }

  static JsonNode parse(String file, byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          file + " is not JSON. Maybe it is another file, or was cut off.", e);
    }
  }

  static void require(String file, String field, String value, String expected, String hint) {
    if (!value.equals(expected)) {
      throw new IllegalArgumentException(
          file + ": " + field + " is \"" + value + "\" instead of \"" + expected + "\". " + hint);
    }
  }

  private static String hash(JsonNode content) {
    try {
      return Sha256.of(JSON.writeValueAsBytes(content));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of JSON that cannot be written.", e);
    }
  }
}
