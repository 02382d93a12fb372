package org.edgetwin.calibration.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.edgetwin.gpu.inference.InferenceModel;
import org.junit.jupiter.api.Test;

/**
 * The constants that ship in gpu-models are what the fit gives; {@code -Dgolden.update} writes them
 * anew.
 */
class FittedConstantsTest {
  private static final boolean UPDATE = System.getProperty("golden.update") != null;
  private static final Path FOLDER =
      Path.of("../gpu-models/src/main/resources/org/edgetwin/gpu/data/inference");

  /** Digits that another machine's mathematics may change. */
  private static final double TOLERANCE = 1e-3;

  @Test
  void theShippedConstantsAreWhatTheFitGives() throws IOException {
    FittedConstants fitted = FittedConstants.fit();
    assertSame("engines.csv", fitted.engines());
    assertSame("residuals.csv", fitted.residuals());
  }

  private static void assertSame(String file, List<String> fitted) throws IOException {
    if (UPDATE) {
      Files.write(FOLDER.resolve(file), fitted);
      return;
    }
    List<String> shipped = shipped(file);
    assertThat(shipped).hasSameSizeAs(fitted);
    for (int i = 0; i < fitted.size(); i++) {
      assertLine(shipped.get(i).split(",", -1), fitted.get(i).split(",", -1));
    }
  }

  private static void assertLine(String[] shipped, String[] fitted) {
    assertThat(shipped).hasSameSizeAs(fitted);
    for (int i = 0; i < fitted.length; i++) {
      if (fitted[i].matches("-?\\d.*\\..*")) {
        double found = Double.parseDouble(shipped[i]);
        double expected = Double.parseDouble(fitted[i]);
        assertThat(Math.abs(found - expected))
            .as("%s. Maybe run: mvn -pl calibration -am test -Dgolden.update", shipped[i])
            .isLessThanOrEqualTo(TOLERANCE * Math.max(Math.abs(expected), 1e-2));
      } else {
        assertThat(shipped[i]).isEqualTo(fitted[i]);
      }
    }
  }

  private static List<String> shipped(String file) throws IOException {
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    InferenceModel.class.getResourceAsStream(
                        "/org/edgetwin/gpu/data/inference/" + file)),
                StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }
}
