package org.edgetwin.agents.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.edgetwin.agents.flat.FlatLayout;
import org.edgetwin.agents.net.DensePolicy;
import org.edgetwin.agents.pair.LinearRule;
import org.edgetwin.agents.pair.PairSchema;

/**
 * A flat policy in a JSON file: of each layer its number of inputs, and weights (row-major, one row
 * for each input) and biases as base64 of little-endian floats. It carries a policy out of the
 * process that trained it.
 *
 * @param environment name of what it was trained on
 * @param layout how jobs and nodes were shown to it; nothing if it was trained on something else
 * @param policy what was trained
 */
public record DensePolicyFile(String environment, Optional<FlatLayout> layout, DensePolicy policy) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final SealedJson SEALED = new SealedJson("edgetwin-dense-policy", 3);

  /** Writes the file, replacing an older one at once. Equal policies give equal bytes. */
  public void write(Path file) throws IOException {
    ObjectNode content = JSON.createObjectNode().put("environment", environment);
    layout.ifPresent(
        shown -> {
          ObjectNode tree = content.putObject("layout");
          tree.put("schemaVersion", PairSchema.SCHEMA.version())
              .put("jobSlots", shown.jobSlots())
              .put("nodeSlots", shown.nodeSlots());
          tree.set("rule", RuleFile.tree(shown.rule()));
          tree.put(RuleFile.PREEMPT, shown.preemptive());
        });
    ArrayNode layers = content.putArray("layers");
    for (DensePolicy.Layer layer : policy.layers()) {
      layers
          .addObject()
          .put("inputs", layer.weight().length)
          .put("weight", FloatText.encode(flat(layer)))
          .put("bias", FloatText.encode(layer.bias()));
    }
    SEALED.write(file, content);
  }

  private static float[] flat(DensePolicy.Layer layer) {
    int columns = layer.bias().length;
    float[] flat = new float[layer.weight().length * columns];
    for (int row = 0; row < layer.weight().length; row++) {
      System.arraycopy(layer.weight()[row], 0, flat, row * columns, columns);
    }
    return flat;
  }

  /**
   * Reads a file's content.
   *
   * @param file its name, for messages
   * @throws IllegalArgumentException if it is not a whole flat policy of this version, or takes
   *     other features than today's
   */
  public static DensePolicyFile read(String file, byte[] bytes) {
    JsonNode content = SEALED.read(file, bytes);
    String environment = content.path("environment").asText();
    Optional<FlatLayout> layout =
        content.has("layout")
            ? Optional.of(layout(file, content.path("layout")))
            : Optional.empty();
    try {
      List<DensePolicy.Layer> layers = new ArrayList<>();
      for (JsonNode layer : content.path("layers")) {
        layers.add(layer(layer));
      }
      return new DensePolicyFile(environment, layout, new DensePolicy(layers));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          file + ": layers are not usable: " + e.getMessage() + " Maybe copy the file again.", e);
    }
  }

  private static FlatLayout layout(String file, JsonNode tree) {
    SealedJson.require(
        file,
        "layout.schemaVersion",
        tree.path("schemaVersion").asText(),
        Integer.toString(PairSchema.SCHEMA.version()),
        "The features mean something else now. Maybe train the policy again.");
    LinearRule rule = RuleFile.rule(file, tree.path("rule"));
    try {
      return new FlatLayout(
          tree.path("jobSlots").asInt(),
          tree.path("nodeSlots").asInt(),
          rule,
          RuleFile.preemptive(file, tree));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          file + ": layout has " + e.getMessage() + " Maybe train the policy again.", e);
    }
  }

  private static DensePolicy.Layer layer(JsonNode layer) {
    float[] flat = FloatText.decode(layer.path("weight").asText());
    float[] bias = FloatText.decode(layer.path("bias").asText());
    int inputs = layer.path("inputs").asInt();
    if (inputs < 1 || flat.length != (long) inputs * bias.length) {
      throw new IllegalArgumentException(
          flat.length + " weights for " + inputs + " inputs and " + bias.length + " outputs.");
    }
    float[][] weight = new float[inputs][];
    for (int row = 0; row < inputs; row++) {
      weight[row] = Arrays.copyOfRange(flat, row * bias.length, (row + 1) * bias.length);
    }
    return new DensePolicy.Layer(weight, bias);
  }
}
