package org.edgetwin.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void columnsAreAsWideAsTheirContent() {
    TextTable table =
        new TextTable()
            .text("GPU")
            .number("GB")
            .text("Note")
            .row("H100-SXM", "80", "new")
            .row("K80", "12", "");
    assertThat(table.lines())
        .containsExactly("GPU       GB  Note", "H100-SXM  80  new", "K80       12");
  }

  @Test
  void withoutTitlesThereIsNoTitleLine() {
    assertThat(new TextTable().text("").number("").row("a", "1").row("bc", "−10").lines())
        .containsExactly("a     1", "bc  −10");
  }

  @Test
  void aRowThatDoesNotFitIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TextTable().text("one").row("1", "2"))
        .withMessageContaining("[1, 2]");
  }
}
