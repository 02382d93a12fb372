package org.edgetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.edgetwin.cli.terminal.Terminal;
import org.junit.jupiter.api.Test;

class ErrorMessagesTest {
  private final ByteArrayOutputStream notes = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(notes, true, StandardCharsets.UTF_8);
  private final ErrorMessages messages =
      new ErrorMessages(new Terminal(stream, stream, 0, false), new String[] {"run", "a.yaml"});

  private String shown() {
    return notes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aDefectIsOneLineAndALog() throws IOException {
    int exitCode =
        messages.failure(new IllegalStateException("Half a GPU is missing.\nMore."), false);
    assertThat(exitCode).isEqualTo(3);
    assertThat(shown())
        .startsWith("edgetwin: This is a defect of the program, not of your input: ")
        .contains("IllegalStateException: Half a GPU is missing. Details: ")
        .hasLineCount(1);
    Path log = Path.of(shown().strip().replaceFirst("(?s).* Details: ", ""));
    assertThat(Files.readString(log))
        .contains("edgetwin run a.yaml")
        .contains("Java ")
        .contains("\tat " + ErrorMessagesTest.class.getName());
    Files.delete(log);
  }

  @Test
  void theStackTraceIsShownOnRequest() throws IOException {
    messages.failure(new IllegalStateException("Gone."), true);
    assertThat(shown()).contains("\tat " + ErrorMessagesTest.class.getName());
    String log = shown().lines().findFirst().orElseThrow().replaceFirst(".* Details: ", "");
    Files.delete(Path.of(log));
  }

  @Test
  void tooLittleMemoryIsNoDefect() {
    assertThat(messages.failure(new OutOfMemoryError("Java heap space"), false)).isEqualTo(3);
    assertThat(shown()).contains("not enough memory").contains("EDGETWIN_JAVA_OPTS=-Xmx");
  }
}
