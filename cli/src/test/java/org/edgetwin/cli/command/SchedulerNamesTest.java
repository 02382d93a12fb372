package org.edgetwin.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

class SchedulerNamesTest {
  private final SchedulerNames.Converter converter = new SchedulerNames.Converter();

  @Test
  void commasInParenthesesBelongToAName() {
    assertThat(converter.convert("fifo, las(first=1,second=2)+best-fit,sjf").names())
        .containsExactly("fifo", "las(first=1,second=2)+best-fit", "sjf");
  }

  @Test
  void anEmptyNameIsRefused() {
    assertThatThrownBy(() -> converter.convert("fifo,,sjf"))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("empty");
  }

  @Test
  void aClosingParenthesisTooManySplitsNothing() {
    assertThat(converter.convert("las)x,fifo").names()).containsExactly("las)x", "fifo");
  }
}
