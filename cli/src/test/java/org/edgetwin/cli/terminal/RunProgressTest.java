package org.edgetwin.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.edgetwin.sim.experiment.Progress;
import org.junit.jupiter.api.Test;

class RunProgressTest {
  private final ByteArrayOutputStream notes = new ByteArrayOutputStream();

  private Terminal terminal(int columns, boolean colour) {
    PrintStream stream = new PrintStream(notes, true, StandardCharsets.UTF_8);
    return new Terminal(stream, stream, columns, colour);
  }

  private String shown() {
    return notes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void tellsWhereTheSimulationStands() {
    assertThat(RunProgress.describe(new Progress(0, 1, 0.5, 100_000, 7)))
        .isEqualTo("clock 27 h 47 min");
    assertThat(RunProgress.describe(new Progress(3, 20, 0.5, 90, 7)))
        .isEqualTo("3 of 20 runs done, clock 90 s");
  }

  @Test
  void theTimeLeftIsToldOnceItIsMoreThanAGuess() {
    assertThat(RunProgress.remaining(0.005, 100)).isEmpty();
    assertThat(RunProgress.remaining(0.5, 0.2)).isEmpty();
    assertThat(RunProgress.remaining(0.25, 30)).isEqualTo("90 s left");
  }

  @Test
  void onATerminalThereIsABarThatGoesAway() {
    try (RunProgress progress = RunProgress.on(terminal(100, false))) {
      progress.onProgress(new Progress(1, 2, 0.5, 3600, 7));
      ((ProgressBarDisplay) progress).refresh();
    }
    assertThat(shown())
        .contains("\r████████████░░░░░░░░░░░░  50 %  1 of 2 runs done, clock 1 h")
        .doesNotContain("\033[")
        .matches("(?s).*\r {99}\r$")
        .doesNotContain("\n");
  }

  @Test
  void anImmediateEndLeavesNothingEither() {
    RunProgress.on(terminal(100, false)).close();
    assertThat(shown()).matches("(?s).*\r {99}\r$").doesNotContain("\n");
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    try (RunProgress progress = RunProgress.on(terminal(40, false))) {
      progress.onProgress(new Progress(1, 2, 0.5, 1e6, 7));
      ((ProgressBarDisplay) progress).refresh();
    }
    assertThat(shown().split("\r", -1)).allMatch(line -> line.length() < 40);
  }

  @Test
  void colourIsUsedWhereItIsWanted() {
    try (RunProgress progress = RunProgress.on(terminal(100, true))) {
      progress.onProgress(new Progress(0, 1, 1, 3600, 7));
      ((ProgressBarDisplay) progress).refresh();
    }
    assertThat(shown()).contains("\033[36m████████████████████████\033[0m");
  }

  @Test
  void inALogShortRunsAreSilent() {
    try (RunProgress progress = RunProgress.on(terminal(0, false))) {
      progress.onProgress(new Progress(0, 1, 0.5, 3600, 7));
    }
    assertThat(shown()).isEmpty();
  }

  @Test
  void inALogStagesAreLines() {
    try (RunProgress progress = RunProgress.on(terminal(0, false))) {
      progress.stage("reading a.yaml");
    }
    assertThat(shown()).isEqualTo("edgetwin: reading a.yaml" + System.lineSeparator());
  }
}
