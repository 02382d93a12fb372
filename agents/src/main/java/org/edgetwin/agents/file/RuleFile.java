package org.edgetwin.agents.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.edgetwin.agents.pair.LinearRule;
import org.edgetwin.agents.pair.PairSchema;

/**
 * A linear rule as JSON: every weight with the name of its feature, so that people can read what
 * was found.
 *
 * @param origin where the rule comes from, in a sentence
 * @param preemptive whether it was found preempting and moving running jobs
 */
public record RuleFile(String origin, LinearRule rule, boolean preemptive) {
  static final String PREEMPT = "preempt";

  private static final JsonMapper JSON = new JsonMapper();

  /** Writes the file, replacing an older one at once. */
  public void write(Path file) throws IOException {
    ObjectNode tree = tree(rule);
    tree.put(PREEMPT, preemptive);
    tree.put("origin", origin);
    AtomicFile.write(
        file,
        (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n")
            .getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads a rule.
   *
   * @param name of the file, for messages
   * @throws IllegalArgumentException if it is not a rule over today's features
   */
  public static RuleFile read(String name, byte[] bytes) {
    try {
      JsonNode tree = JSON.readTree(bytes);
      return new RuleFile(tree.path("origin").asText(), rule(name, tree), preemptive(name, tree));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          name + " is not JSON. Maybe it is another file, or was cut off.", e);
    }
  }

  static ObjectNode tree(LinearRule rule) {
    ObjectNode tree = JSON.createObjectNode();
    put(tree.putObject("order"), PairSchema.SCHEMA.job(), rule.order());
    put(tree.putObject("place"), PairSchema.SCHEMA.pair(), rule.place());
    tree.put("hold", rule.hold());
    tree.put("stay", rule.stay());
    return tree;
  }

  /** As a file says; files without a word of it are of those that preempt. */
  static boolean preemptive(String file, JsonNode tree) {
    JsonNode value = tree.path(PREEMPT);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw new IllegalArgumentException(
          file
              + ": "
              + PREEMPT
              + " is \""
              + value.asText()
              + "\", neither true nor false. Maybe it was made by another version of EdgeTwin.");
    }
    return value.asBoolean(true);
  }

  private static void put(ObjectNode tree, List<String> names, float[] weights) {
    for (int i = 0; i < weights.length; i++) {
      tree.put(names.get(i), weights[i]);
    }
  }

  static LinearRule rule(String name, JsonNode tree) {
    return new LinearRule(
        weights(name, "order", tree.path("order"), PairSchema.SCHEMA.job()),
        weights(name, "place", tree.path("place"), PairSchema.SCHEMA.pair()),
        number(name, "hold", tree.path("hold")),
        number(name, "stay", tree.path("stay")));
  }

  private static float[] weights(String file, String part, JsonNode tree, List<String> names) {
    if (tree.size() != names.size()) {
      throw new IllegalArgumentException(
          file
              + ": "
              + part
              + " has "
              + tree.size()
              + " weights instead of "
              + names.size()
              + ". Maybe it was made by another version of EdgeTwin.");
    }
    float[] weights = new float[names.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = number(file, part + "." + names.get(i), tree.path(names.get(i)));
    }
    return weights;
  }

  private static float number(String file, String field, JsonNode value) {
    if (!value.isNumber() || !Float.isFinite(value.floatValue())) {
      throw new IllegalArgumentException(
          file
              + ": "
              + field
              + " is "
              + (value.isMissingNode() ? "missing" : "\"" + value.asText() + "\", not a number")
              + ". Maybe it was made by another version of EdgeTwin.");
    }
    return value.floatValue();
  }
}
