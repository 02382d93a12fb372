package org.edgetwin.agents.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimedFolderTest {
  @TempDir Path folder;

  @Test
  void aTrainingGoesOnWhereItsOwnSettingsAre() throws IOException {
    Path place = folder.resolve("a/b");
    ClaimedFolder.claim(place, "rate: 1").close();
    Files.writeString(place.resolve("policy.json"), "{}");
    ClaimedFolder.claim(place, "rate: 1").close();
    assertRefused(place, "rate: 2", "other settings");
    assertRefused(place, "rate: 1, and more", "other settings");
    assertThat(place.resolve("training.txt")).hasContent("rate: 1");
  }

  @Test
  void whatIsNotATrainingsIsLeftAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "mine");
    assertRefused(file, "rate: 1", "a file");
    assertRefused(folder, "rate: 1", "holds no training");
    assertThat(folder).isDirectoryNotContaining("glob:**/training.txt");
  }

  @Test
  void oneTrainingAtATime() throws IOException {
    Path place = folder.resolve("a");
    try (ClaimedFolder first = ClaimedFolder.claim(place, "rate: 1")) {
      assertThat(first.path()).isEqualTo(place);
      assertRefused(place, "rate: 1", "Another training");
    }
    ClaimedFolder.claim(place, "rate: 1").close();
  }

  @Test
  void aTrainingThatWasKilledBeforeItWroteItsSettingsBeginsAnew() throws IOException {
    Files.createFile(folder.resolve("training.txt"));
    ClaimedFolder.claim(folder, "rate: 1").close();
    assertThat(folder.resolve("training.txt")).hasContent("rate: 1");
  }

  private static void assertRefused(Path place, String settings, String why) {
    assertThatThrownBy(() -> ClaimedFolder.claim(place, settings))
        .isInstanceOf(FolderRefusedException.class)
        .hasMessageContaining(why);
  }
}
