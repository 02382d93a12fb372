package org.edgetwin.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.edgetwin.scenarios.file.KeyReference;
import org.edgetwin.scenarios.file.SchemaWriter;
import org.edgetwin.scenarios.training.TrainingFiles;
import org.junit.jupiter.api.Test;

/** Files written from the records; {@code -Dgolden.update} writes them anew. */
class GeneratedFilesTest {
  private static final boolean UPDATE = System.getProperty("golden.update") != null;

  @Test
  void schemaIsUpToDate() throws IOException {
    assertUpToDate(ShippedFiles.path(SchemaWriter.FILE_NAME), SchemaWriter.write());
  }

  @Test
  void keyReferenceIsUpToDate() throws IOException {
    assertUpToDate(
        ShippedFiles.FOLDER.resolveSibling("docs/reference/scenario-keys.md"),
        KeyReference.ofScenarios());
  }

  @Test
  void trainingKeyReferenceIsUpToDate() throws IOException {
    assertUpToDate(
        ShippedFiles.FOLDER.resolveSibling("docs/reference/training-keys.md"),
        TrainingFiles.reference());
  }

  @Test
  void schemaInTheJarIsTheShippedOne() throws IOException {
    assertThat(ScenarioTemplate.schema())
        .isEqualTo(Files.readString(ShippedFiles.path(SchemaWriter.FILE_NAME)));
  }

  private static void assertUpToDate(Path file, String expected) throws IOException {
    if (UPDATE) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, expected);
    }
    assertThat(Files.readString(file))
        .as("Maybe run: mvn -pl scenarios -am test -Dgolden.update")
        .isEqualTo(expected);
  }
}
