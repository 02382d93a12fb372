package org.edgetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The jobs of every shipped scenario, byte for byte. A change of these hashes is a change of
 * results, which the commit must explain; {@code -Dgolden.update} rewrites them.
 */
class GoldenRunsTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
  private static final boolean UPDATE = System.getProperty("golden.update") != null;

  @TempDir private Path folder;

  static List<Path> shippedScenarios() throws IOException {
    try (Stream<Path> files = Files.list(Invocation.SCENARIOS)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("shippedScenarios")
  void givesTheSameJobs(Path scenario) throws IOException {
    Path out = folder.resolve("run");
    Invocation run = Invocation.of("run", scenario.toString(), "--out", out.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    String hash = sha256(out.resolve("jobs.csv"));
    Path golden = GOLDEN.resolve(scenario.getFileName() + ".jobs.sha256");
    if (UPDATE) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, hash + "\n");
    }
    assertThat(golden)
        .as("Maybe run: mvn -pl cli -am test -Dtest=GoldenRunsTest -Dgolden.update")
        .hasContent(hash);
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
