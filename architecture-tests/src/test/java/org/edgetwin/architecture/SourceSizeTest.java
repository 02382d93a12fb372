package org.edgetwin.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A source file holds one concept: aim at 150 lines, never more than 400. */
final class SourceSizeTest {
  private static final int LONGEST_FILE_LINES = 400;

  @Test
  void noSourceFileIsTooLongToRead() throws IOException {
    List<Path> files = SourceTree.javaFiles();
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      assertThat(Files.readAllLines(file).size())
          .as("lines of %s. Maybe it holds two concepts", SourceTree.ROOT.relativize(file))
          .isLessThanOrEqualTo(LONGEST_FILE_LINES);
    }
  }
}
