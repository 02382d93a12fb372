package org.edgetwin.agents.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.edgetwin.agents.gp.MachineKnowledge;
import org.edgetwin.agents.net.FeatureSchema;
import org.edgetwin.agents.net.Policy;
import org.edgetwin.agents.net.RandomDecisions;
import org.edgetwin.agents.net.SetScorerConfig;
import org.edgetwin.agents.net.Standardiser;
import org.edgetwin.agents.pair.LinearRule;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umontreal.ssj.rng.RandomStream;

final class PolicyFileTest {
  private static final FeatureSchema SCHEMA =
      new FeatureSchema(
          3, List.of("logGpus", "wait"), List.of("free"), List.of(), List.of("mean", "sd"));

  @TempDir Path folder;
  private Path file;
  private PolicyFile written;

  @BeforeEach
  void write() throws IOException {
    RandomStream stream = new Streams(5, 1).stream("test");
    SetScorerConfig orderer = SetScorerConfig.orderer(2, 1, 0, 4, true);
    written =
        new PolicyFile(
            new PolicyCard("small", "weeks 1-6", "week 7", "week 8", Map.of("seed", "1")),
            LinearRule.shortestService(0.5),
            MachineKnowledge.SHRINKAGE,
            false,
            new Policy(
                SCHEMA,
                RandomDecisions.trained(orderer, stream),
                RandomDecisions.trained(SetScorerConfig.placer(orderer, 2, true), stream),
                new Standardiser(new float[] {1, 2}, new float[] {3, 4}),
                Standardiser.identity(1),
                Standardiser.identity(0),
                Standardiser.identity(2)));
    file = folder.resolve("sub").resolve("small.policy.json");
    written.write(file);
  }

  @Test
  void readsWhatWasWritten() throws IOException {
    assertThat(PolicyFile.read(file, SCHEMA)).usingRecursiveComparison().isEqualTo(written);
    try (var files = Files.list(folder.resolve("sub"))) {
      assertThat(files).as("nothing is left beside the file").hasSize(1);
    }
  }

  @Test
  void equalPoliciesGiveEqualBytes() throws IOException {
    Path again = folder.resolve("again.json");
    PolicyFile.read(file).write(again);
    assertThat(again).hasSameBinaryContentAs(file);
  }

  @Test
  void refusesADamagedFile() throws IOException {
    edit("\"mean\" : \"AA", "\"mean\" : \"AB");
    assertThatThrownBy(() -> PolicyFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(file.toString(), "sha256", "damaged");
  }

  @Test
  void refusesACutFile() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> PolicyFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(file.toString(), "is not JSON");
  }

  @Test
  void refusesAnotherVersionOfTheFormat() throws IOException {
    edit("\"formatVersion\" : 2", "\"formatVersion\" : 3");
    assertThatThrownBy(() -> PolicyFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("formatVersion is \"3\" instead of \"2\"", "Maybe");
  }

  @Test
  void refusesOtherFeatures() {
    FeatureSchema renamed =
        new FeatureSchema(
            3, List.of("logGpus", "age"), SCHEMA.node(), SCHEMA.global(), SCHEMA.pair());
    assertThatThrownBy(() -> PolicyFile.read(file, renamed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("schema.job[1] is \"wait\" instead of \"age\"");
    FeatureSchema newer =
        new FeatureSchema(4, SCHEMA.job(), SCHEMA.node(), SCHEMA.global(), SCHEMA.pair());
    assertThatThrownBy(() -> PolicyFile.read(file, newer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("schema.version is \"3\" instead of \"4\"");
  }

  @Test
  void needsNoTrainingLibrary() throws IOException {
    for (String packageName : List.of("net", "file")) {
      Path sources = Path.of("src/main/java/org/edgetwin/agents", packageName);
      try (var files = Files.list(sources)) {
        for (Path source : files.toList()) {
          assertThat(Files.readString(source))
              .as(source.toString())
              .doesNotContain("ai.djl", "agents.train", "agents.blocks");
        }
      }
    }
  }

  private void edit(String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  @ParameterizedTest
  @ValueSource(strings = {"card", "knowledge", "schema", "orderer", "job"})
  void aPartThatIsMissingIsNamed(String part) throws IOException {
    ObjectNode content = (ObjectNode) new JsonMapper().readTree(file.toFile()).get("content");
    content.remove(part);
    new SealedJson("edgetwin-policy", 2).write(file, content);

    assertThatThrownBy(() -> PolicyFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(file.toString(), "content." + part, "is missing");
  }

  @Test
  void whatStandsBehindTheEndIsRefused() throws IOException {
    Files.writeString(file, Files.readString(file) + "more");

    assertThatThrownBy(() -> PolicyFile.read(file)).hasMessageContaining("is not JSON");
  }
}
