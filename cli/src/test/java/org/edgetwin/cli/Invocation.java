package org.edgetwin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.edgetwin.cli.simulate.Interruption;
import org.edgetwin.cli.terminal.Terminal;

/**
 * What one start of the program gave, in this process.
 *
 * @param exitCode what the shell would see
 * @param out standard output
 * @param err standard error
 */
record Invocation(int exitCode, String out, String err) {
  /** The scenarios that come with the program. */
  static final Path SCENARIOS = Path.of("..", "scenarios");

  static final String QUICKSTART = SCENARIOS.resolve("quickstart.yaml").toString();

  static Invocation of(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(stream(out), stream(err), 0, false);
    Interruption interruption = new Interruption(terminal);
    int exitCode = EdgeTwin.execute(terminal, interruption, arguments);
    interruption.disarm();
    return new Invocation(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  /** Standard output, which must be one JSON document and nothing else. */
  JsonNode json() {
    try {
      return new ObjectMapper()
          .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .readTree(out);
    } catch (IOException e) {
      throw new UncheckedIOException(out, e);
    }
  }
}
