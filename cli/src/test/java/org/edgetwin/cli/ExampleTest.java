package org.edgetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The examples run as {@code docs/rl.md} says. */
@Timeout(120)
class ExampleTest {
  private static final Pattern RESULT =
      Pattern.compile("rule (-[0-9.]+), oldest first (-[0-9.]+)\\s*");

  @Test
  void anOrderingAgentOfOnesOwn() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Path.of("..", "examples", "OwnAgents.java").toString(),
                Invocation.SCENARIOS.resolve("duet-v1.yaml").toString())
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(out).isZero();
    Matcher matcher = RESULT.matcher(out);
    assertThat(matcher.matches()).as(out).isTrue();
    assertThat(Double.parseDouble(matcher.group(1)))
        .as("the rule is better than the order of submission")
        .isGreaterThan(Double.parseDouble(matcher.group(2)));
  }
}
