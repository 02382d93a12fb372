package org.edgetwin.agents.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.edgetwin.agents.gp.MachineKnowledge;
import org.edgetwin.agents.net.FeatureSchema;
import org.edgetwin.agents.net.Policy;
import org.edgetwin.agents.net.ScorerNetwork;
import org.edgetwin.agents.net.SetScorerConfig;
import org.edgetwin.agents.net.Standardiser;
import org.edgetwin.agents.pair.LinearRule;

/**
 * A policy in one JSON file: readable card, schema and shapes, and the numbers as base64 of
 * little-endian floats, sealed.
 *
 * @param card what to know before using it
 * @param rule what the policy's networks add to
 * @param knowledge what they were trained to believe of machines
 * @param preemptive whether they were trained to preempt and move running jobs
 * @param policy what to use
 */
public record PolicyFile(
    PolicyCard card,
    LinearRule rule,
    MachineKnowledge knowledge,
    boolean preemptive,
    Policy policy) {
  private static final SealedJson SEALED = new SealedJson("edgetwin-policy", 2);

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  /** Writes the file, replacing an older one at once. Equal policies give equal bytes. */
  public void write(Path file) throws IOException {
    ObjectNode content = JSON.createObjectNode();
    content.set("card", JSON.valueToTree(card));
    content.set("rule", RuleFile.tree(rule));
    content.set("knowledge", JSON.valueToTree(knowledge));
    content.put(RuleFile.PREEMPT, preemptive);
    content.set("schema", JSON.valueToTree(policy.schema()));
    content.set("orderer", tree(policy.orderer()));
    content.set("placer", tree(policy.placer()));
    content.set("job", tree(policy.job()));
    content.set("node", tree(policy.node()));
    content.set("global", tree(policy.global()));
    content.set("pair", tree(policy.pair()));
    SEALED.write(file, content);
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if it is not a whole policy file of this version
   */
  public static PolicyFile read(Path file) throws IOException {
    return read(file.toString(), Files.readAllBytes(file));
  }

  private static PolicyFile read(String file, byte[] bytes) {
    JsonNode content = SEALED.read(file, bytes);
    Fields fields = new Fields(file, content);
    PolicyCard card = fields.record("card", PolicyCard.class);
    LinearRule rule = RuleFile.rule(file, content.path("rule"));
    MachineKnowledge knowledge = fields.record("knowledge", MachineKnowledge.class);
    boolean preemptive = RuleFile.preemptive(file, content);
    FeatureSchema schema = fields.record("schema", FeatureSchema.class);
    ScorerNetwork orderer = fields.network("orderer");
    ScorerNetwork placer = fields.network("placer");
    Standardiser job = fields.standardiser("job");
    Standardiser node = fields.standardiser("node");
    Standardiser global = fields.standardiser("global");
    Standardiser pair = fields.standardiser("pair");
    try {
      return new PolicyFile(
          card,
          rule,
          knowledge,
          preemptive,
          new Policy(schema, orderer, placer, job, node, global, pair));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads a file whose policy must take the given features.
   *
   * @throws IllegalArgumentException if it is not a whole policy file of this version, or takes
   *     other features
   */
  public static PolicyFile read(Path file, FeatureSchema expected) throws IOException {
    return read(file.toString(), Files.readAllBytes(file), expected);
  }

  /**
   * As {@link #read(Path, FeatureSchema)}, of a file's content.
   *
   * @param file its name, for messages
   */
  public static PolicyFile read(String file, byte[] bytes, FeatureSchema expected) {
    PolicyFile policyFile = read(file, bytes);
    FeatureSchema schema = policyFile.policy().schema();
    SealedJson.require(
        file,
        "schema.version",
        Integer.toString(schema.version()),
        Integer.toString(expected.version()),
        "The features mean something else now. Maybe train the policy again.");
    requireNames(file, "schema.job", schema.job(), expected.job());
    requireNames(file, "schema.node", schema.node(), expected.node());
    requireNames(file, "schema.global", schema.global(), expected.global());
    requireNames(file, "schema.pair", schema.pair(), expected.pair());
    return policyFile;
  }

  private static void requireNames(
      String file, String field, List<String> names, List<String> expected) {
    SealedJson.require(
        file,
        field + " size",
        Integer.toString(names.size()),
        Integer.toString(expected.size()),
        "Maybe train the policy again.");
    for (int i = 0; i < names.size(); i++) {
      SealedJson.require(
          file,
          field + "[" + i + "]",
          names.get(i),
          expected.get(i),
          "Maybe train the policy again.");
    }
  }

  private static ObjectNode tree(ScorerNetwork network) {
    ObjectNode tree = JSON.createObjectNode();
    tree.set("config", JSON.valueToTree(network.config()));
    return tree.put("weights", FloatText.encode(network.weights()));
  }

  private static ObjectNode tree(Standardiser standardiser) {
    return JSON.createObjectNode()
        .put("mean", FloatText.encode(standardiser.mean()))
        .put("deviation", FloatText.encode(standardiser.deviation()));
  }

  /** The parts of the content; whatever is wrong with one is reported with its name. */
  private record Fields(String file, JsonNode content) {
    <T> T record(String name, Class<T> type) {
      JsonNode part = content.at("/" + name.replace('.', '/'));
      if (part.isMissingNode() || part.isNull()) {
        throw new IllegalArgumentException(
            file + ": content." + name + " is missing. Maybe train the policy again.");
      }
      try {
        return JSON.treeToValue(part, type);
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException(
            file + ": content." + name + " cannot be read. Maybe train the policy again.", e);
      }
    }

    ScorerNetwork network(String name) {
      SetScorerConfig config = record(name + ".config", SetScorerConfig.class);
      try {
        return new ScorerNetwork(config, floats(name + ".weights"));
      } catch (IllegalArgumentException e) {
        throw bad(name, e);
      }
    }

    Standardiser standardiser(String name) {
      try {
        return new Standardiser(floats(name + ".mean"), floats(name + ".deviation"));
      } catch (IllegalArgumentException e) {
        throw bad(name, e);
      }
    }

    private float[] floats(String name) {
      try {
        return FloatText.decode(record(name, String.class));
      } catch (IllegalArgumentException e) {
        throw bad(name, e);
      }
    }

    private IllegalArgumentException bad(String name, Exception cause) {
      return new IllegalArgumentException(
          file + ": content." + name + " is not usable: " + cause.getMessage(), cause);
    }
  }
}
