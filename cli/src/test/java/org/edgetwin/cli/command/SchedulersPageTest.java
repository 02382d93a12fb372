package org.edgetwin.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code docs/schedulers.md} equal to what the catalogue says. To write the file anew: {@code
 * mvn -pl cli -am test -Dtest=SchedulersPageTest -Ddocs.write=true}.
 */
class SchedulersPageTest {
  private static final Path FILE = Path.of("..", "docs", "schedulers.md");

  @Test
  void thePageIsUpToDate() throws IOException {
    String expected = SchedulersPage.markdown();
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(FILE, expected);
    }

    assertThat(FILE)
        .as("%s is stale. Maybe run this test with -Ddocs.write=true.", FILE)
        .content()
        .isEqualTo(expected);
  }
}
