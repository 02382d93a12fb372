package org.edgetwin.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLAnchorReplayingFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.edgetwin.scenarios.file.ScenarioWriter;
import org.edgetwin.scenarios.file.SchemaWriter;
import org.edgetwin.scenarios.model.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {
  static final List<String> NAMES = ShippedFiles.NAMES;
  private static final YAMLMapper YAML = new YAMLMapper(new YAMLAnchorReplayingFactory());
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(SchemaWriter.write());

  @ParameterizedTest
  @FieldSource("NAMES")
  void shippedScenariosAreValid(String name) throws IOException {
    if (name.equals("philly-recorded.yaml")) {
      return; // without what it imports, it is only a part of a scenario
    }
    assertThat(problems(Files.readString(ShippedFiles.path(name)))).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void resolvedScenariosAreValid(String name) throws IOException {
    Scenario scenario = ScenarioLoader.load(ShippedFiles.path(name), List.of()).orThrow();
    assertThat(problems(ScenarioWriter.write(scenario))).isEmpty();
  }

  @Test
  void starterIsValid() throws IOException {
    assertThat(problems(ScenarioTemplate.text("mine", "mine.yaml"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fleet: {nodes: [{name: a, gpus_per_node: 8, gpu: A100, prize: 3}]}",
        "fleet: {nodes: [{name: a, gpus_per_node: 80, gpu: A100}]}",
        "fleet: {nodes: [{name: a, gpus_per_node: 8}]}",
        "fleet: {nodes: [{name: a, gpus_per_node: 8, gpu: A100, memory: 80}]}",
        "run: {until: 3}",
        "run: {replications: 0}",
        "speeds: fast"
      })
  void wrongScenariosAreNot(String wrong) throws IOException {
    String text =
        ScenarioTemplate.text("mine", "mine.yaml")
            .replaceAll("(?s)\n" + wrong.substring(0, wrong.indexOf(':')) + ":.*?\n(?=\\S)", "\n");
    assertThat(problems(text + "\n" + wrong)).isNotEmpty();
  }

  private static Set<?> problems(String yaml) throws IOException {
    JsonNode tree = YAML.readTree(yaml);
    return SCHEMA.validate(tree);
  }
}
