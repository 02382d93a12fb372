package org.edgetwin.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void whatIsNoNumberInJsonIsNull() {
    assertThat(Json.number(Double.NaN).isNull()).isTrue();
    assertThat(Json.number(Double.POSITIVE_INFINITY).isNull()).isTrue();
  }

  @Test
  void wholeNumbersHaveNoDecimals() {
    assertThat(Json.number(80)).hasToString("80");
    assertThat(Json.number(-2.5)).hasToString("-2.5");
    assertThat(Json.number(1e300)).hasToString("1.0E300");
  }
}
