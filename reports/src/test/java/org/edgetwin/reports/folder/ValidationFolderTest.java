package org.edgetwin.reports.folder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.edgetwin.reports.validation.ValidationSample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidationFolderTest {
  @TempDir Path temp;

  @Test
  void dataHasEveryPrediction() throws IOException {
    Path folder = temp.resolve("models");

    ValidationFolder.write(folder, ValidationSample.models());

    assertThat(folder.resolve(ValidationFolder.PAGE)).content().contains("round-trip-times");
    JsonNode tree = Json.MAPPER.readTree(folder.resolve(ValidationFolder.DATA).toFile());
    assertThat(tree.get("passed").asBoolean()).isFalse();
    assertThat(tree.get("bars").asInt()).isEqualTo(3);
    assertThat(tree.get("missed").asInt()).isEqualTo(1);
    assertThat(tree.at("/models/1/cells/0/comparisons")).hasSize(1000);
    assertThat(tree.at("/models/1/cells/0/comparisons/4/measured").asDouble()).isEqualTo(5);
  }

  @Test
  void figuresTellOfEachWhetherItPassed() {
    JsonNode tree = ValidationJson.figures(ValidationSample.models());

    assertThat(tree.at("/models/0/passed").asBoolean()).isTrue();
    assertThat(tree.at("/models/0/cells/0/figures/1/passed").asBoolean()).isTrue();
    assertThat(tree.at("/models/0/cells/0/figures/1/bar").isNull()).isTrue();
    assertThat(tree.at("/models/1/cells/0/figures/0/passed").asBoolean()).isFalse();
    assertThat(tree.at("/models/1/cells/0/points").asInt()).isEqualTo(1000);
    assertThat(tree.at("/models/1/cells/0").has("comparisons")).isFalse();
  }
}
