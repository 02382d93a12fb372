package org.edgetwin.reports.folder;

import static org.assertj.core.api.Assertions.assertThat;

import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

class NumbersTest {
  @Test
  void wholeNumbersArePlainAndUndefinedOnesEmpty() {
    assertThat(Numbers.text(1e7)).isEqualTo("10000000");
    assertThat(Numbers.text(-0.0)).isEqualTo("-0.0");
    assertThat(Numbers.text(0.1)).isEqualTo("0.1");
    assertThat(Numbers.text(2e-3)).isEqualTo("0.002");
    assertThat(Numbers.text(Double.NaN)).isEmpty();
    assertThat(Numbers.text(Double.POSITIVE_INFINITY)).isEmpty();
  }

  @Test
  void everyNumberReadsBackAsItself() {
    RandomStream random = new Streams(1, 1).stream("numbers");
    for (int i = 0; i < 10_000; i++) {
      double value = random.nextDouble() * Math.pow(10, random.nextInt(-20, 20));
      assertThat(Double.parseDouble(Numbers.text(value))).isEqualTo(value);
    }
  }
}
