package org.edgetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The option reference in {@code docs/cli.md} is what the program understands. */
class CliReferenceTest {
  private static final Path PAGE = Path.of("..", "docs", "cli.md");
  private static final String BEGIN = "<!-- begin: written by CliReferenceTest -->\n";
  private static final String END = "<!-- end -->\n";
  private static final boolean UPDATE = System.getProperty("golden.update") != null;

  @Test
  void optionReferenceIsUpToDate() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    String reference = CliReference.markdown();
    if (UPDATE) {
      page = page.substring(0, begin) + reference + page.substring(end);
      Files.writeString(PAGE, page);
      end = page.indexOf(END);
    }
    assertThat(page.substring(begin, end))
        .as("Maybe run: mvn -pl cli -am test -Dtest=CliReferenceTest -Dgolden.update")
        .isEqualTo(reference);
  }
}
