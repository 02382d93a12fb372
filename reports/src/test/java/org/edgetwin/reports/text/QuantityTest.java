package org.edgetwin.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0",
        "1 | 1",
        "1.5 | 1.50",
        "0.012345 | 0.0123",
        "9.999 | 10.0",
        "99.96 | 100",
        "999.6 | 1,000",
        "12345.6 | 12,346",
        "-12345.6 | −12,346",
        "1234567 | 1,234,567",
        "2.5e-5 | 2.50 × 10⁻⁵",
        "6.02e23 | 6.02 × 10²³",
        "-3e20 | −3.00 × 10²⁰",
        "NaN | –",
        "Infinity | ∞"
      })
  void threeSignificantDigits(double value, String text) {
    assertThat(Quantity.of(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0 %",
        "0.6134 | 61.3 %",
        "1 | 100 %",
        "0.00004 | 0 %",
        "12.5 | 1,250 %",
        "NaN | –"
      })
  void percent(double share, String text) {
    assertThat(Quantity.percent(share)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"9 | 9", "9.5 | 9.5", "0.25 | 0.25", "100 | 100", "2e20 | 2.00 × 10²⁰"})
  void ticksHaveNoTrailingZeros(double value, String text) {
    assertThat(Quantity.tick(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1, 1 node", "2, 2 nodes", "0, 0 nodes"})
  void countsThings(long number, String text) {
    assertThat(Quantity.count(number, "node")).isEqualTo(text);
  }
}
