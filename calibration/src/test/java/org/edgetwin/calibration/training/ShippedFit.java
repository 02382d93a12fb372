package org.edgetwin.calibration.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Compares a table of gpu-models with what the fit gives; {@code -Dgolden.update} writes it. */
final class ShippedFit {
  private static final boolean UPDATE = System.getProperty("golden.update") != null;
  private static final Path DATA =
      Path.of("..", "gpu-models", "src", "main", "resources", "org", "edgetwin", "gpu", "data");

  private ShippedFit() {}

  static void assertIsWhatTheFitGives(String file, String fitted) throws IOException {
    Path path = DATA.resolve(file);
    if (UPDATE) {
      Files.writeString(path, fitted);
    }
    List<String> shipped = Files.readAllLines(path);
    List<String> expected = fitted.lines().toList();
    assertThat(shipped)
        .as("Maybe run: mvn -pl calibration -am test -Dgolden.update")
        .hasSameSizeAs(expected);
    for (int i = 0; i < shipped.size(); i++) {
      assertSameRow(shipped.get(i), expected.get(i));
    }
  }

  private static void assertSameRow(String shipped, String expected) {
    String[] cells = shipped.split(",", -1);
    String[] wanted = expected.split(",", -1);
    assertThat(cells).as(expected).hasSameSizeAs(wanted);
    for (int i = 0; i < cells.length; i++) {
      if (wanted[i].matches("[-+0-9.E]+")) {
        double number = Double.parseDouble(wanted[i]);
        assertThat(Double.parseDouble(cells[i]))
            .as(expected)
            .isCloseTo(number, within(1e-3 * Math.abs(number) + 1e-9));
      } else {
        assertThat(cells[i]).as(expected).isEqualTo(wanted[i]);
      }
    }
  }
}
