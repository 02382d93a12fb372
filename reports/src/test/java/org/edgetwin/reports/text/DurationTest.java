package org.edgetwin.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0 s",
        "0.0421 | 42.1 ms",
        "3.5 | 3.50 s",
        "119 | 119 s",
        "125 | 2 min 5 s",
        "180 | 3 min",
        "3600 | 1 h",
        "3660 | 1 h 1 min",
        "86399 | 24 h",
        "172800 | 2 d",
        "200000 | 2 d 8 h",
        "8640000 | 100 d",
        "-125 | −2 min 5 s",
        "1e30 | 1.16 × 10²⁵ d",
        "NaN | –"
      })
  void twoLargestUnits(double seconds, String text) {
    assertThat(Duration.of(seconds)).isEqualTo(text);
  }
}
