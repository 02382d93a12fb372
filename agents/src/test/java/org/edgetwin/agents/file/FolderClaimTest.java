package org.edgetwin.agents.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderClaimTest {
  @TempDir Path folder;

  @Test
  void aTrainingGoesOnWhereItsOwnSettingsAre() throws IOException {
    Path place = folder.resolve("a/b");
    assertThat(FolderClaim.of(place, "rate: 1")).isEqualTo(FolderClaim.OWN);
    Files.writeString(place.resolve("policy.json"), "{}");
    assertThat(FolderClaim.of(place, "rate: 1")).isEqualTo(FolderClaim.OWN);
    assertThat(FolderClaim.of(place, "rate: 2")).isEqualTo(FolderClaim.OTHER_TRAINING);
  }

  @Test
  void whatIsNotATrainingsIsLeftAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "mine");
    assertThat(FolderClaim.of(file, "rate: 1")).isEqualTo(FolderClaim.FILE);
    assertThat(FolderClaim.of(folder, "rate: 1")).isEqualTo(FolderClaim.NO_TRAINING);
    assertThat(folder).isDirectoryNotContaining("glob:**/training.txt");
  }
}
