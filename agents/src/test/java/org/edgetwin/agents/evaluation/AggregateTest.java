package org.edgetwin.agents.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AggregateTest {
  @Test
  void interquartileMeanCutsAQuarterAtEachEnd() {
    // Two of eight go at each end; 0, 1, 2 and 3 stay.
    assertThat(Aggregate.INTERQUARTILE_MEAN.of(1000, 0, 3, 0, 2, 1, 0, 100)).isEqualTo(1.5);
    // One of seven goes at each end.
    assertThat(Aggregate.INTERQUARTILE_MEAN.of(7, 1, 1, 2, 3, 4, 90)).isEqualTo(17.0 / 5);
    assertThat(Aggregate.INTERQUARTILE_MEAN.of(1, 2, 9)).isEqualTo(4);
  }

  @Test
  void interquartileMeanOfZeroToNIsTheMiddle() {
    for (int n = 0; n <= 40; n++) {
      double[] values = IntStream.rangeClosed(0, n).asDoubleStream().toArray();
      assertThat(Aggregate.INTERQUARTILE_MEAN.of(values)).isCloseTo(n / 2.0, within(1e-12));
    }
  }

  @Test
  void othersAreThoseOfTheTextbook() {
    assertThat(Aggregate.MEAN.of(1, 2, 6)).isEqualTo(3);
    assertThat(Aggregate.MEDIAN.of(9, 1, 2)).isEqualTo(2);
    assertThat(Aggregate.MEDIAN.of(9, 1, 2, 4)).isEqualTo(3);
    assertThat(Aggregate.GEOMETRIC_MEAN.of(0.5, 2)).isCloseTo(1, within(1e-15));
    assertThat(Aggregate.GEOMETRIC_MEAN.of(1, 2, 4)).isCloseTo(2, within(1e-15));
  }

  @Test
  void ofNothingIsUndefined() {
    for (Aggregate aggregate : Aggregate.values()) {
      assertThat(aggregate.of()).as(aggregate.name()).isNaN();
    }
  }
}
