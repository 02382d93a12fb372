package org.edgetwin.agents.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.edgetwin.agents.net.DensePolicy;

/**
 * A flat policy in a JSON file: of each layer its number of inputs, and weights (row-major, one row
 * for each input) and biases as base64 of little-endian floats. It carries a policy out of the
 * process that trained it.
 */
public final class DensePolicyFile {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String FORMAT = "edgetwin-dense-policy-1";

  private DensePolicyFile() {}

  /** Writes the file, replacing an older one at once. Equal policies give equal bytes. */
  public static void write(Path file, DensePolicy policy) throws IOException {
    ObjectNode whole = JSON.createObjectNode().put("format", FORMAT);
    ArrayNode layers = whole.putArray("layers");
    for (DensePolicy.Layer layer : policy.layers()) {
      layers
          .addObject()
          .put("inputs", layer.weight().length)
          .put("weight", FloatText.encode(flat(layer)))
          .put("bias", FloatText.encode(layer.bias()));
    }
    AtomicFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(whole));
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
   * Reads a file.
   *
   * @throws IllegalArgumentException if it is no such file
   */
  public static DensePolicy read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      JsonNode whole = JSON.readTree(bytes);
      if (!whole.path("format").asText().equals(FORMAT)) {
        throw new IllegalArgumentException(
            "format is \"" + whole.path("format").asText() + "\" instead of \"" + FORMAT + "\"");
      }
      List<DensePolicy.Layer> layers = new ArrayList<>();
      for (JsonNode layer : whole.path("layers")) {
        layers.add(layer(layer));
      }
      return new DensePolicy(layers);
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          file + " is no dense policy: " + e.getMessage() + " Maybe it is another file.", e);
    }
  }

  private static DensePolicy.Layer layer(JsonNode layer) {
    float[] flat = FloatText.decode(layer.path("weight").asText());
    float[] bias = FloatText.decode(layer.path("bias").asText());
    int inputs = layer.path("inputs").asInt();
    if (inputs < 1 || flat.length != inputs * bias.length) {
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
