package org.edgetwin.gpu.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WeeklyProfileTest {
  private static final double HOUR = 3600;
  private static final double WEEK = 7 * 24 * HOUR;
  private static final WeeklyProfile RECLAIM = WeeklyProfile.proposed("reclaim");

  @Test
  void theMeanOfAWeekIsOne() {
    for (double start : new double[] {0, 1234.5, 5.5 * 24 * HOUR, -3 * WEEK}) {
      assertThat(RECLAIM.elapsed(start, start + WEEK)).isCloseTo(WEEK, within(1e-6));
    }
    assertThat(RECLAIM.at(20 * HOUR)).isGreaterThan(5 * RECLAIM.at(4 * HOUR));
    assertThat(RECLAIM.at(20 * HOUR)).isEqualTo(RECLAIM.at(20 * HOUR + 5 * WEEK));
  }

  @Test
  void theClockRunsAsFarAsItIsAsked() {
    for (double start = 0; start < 2 * WEEK; start += 7777) {
      for (double amount : new double[] {0, 1, 5000, 3e5, 3e6}) {
        double end = RECLAIM.after(start, amount);
        assertThat(end).isGreaterThanOrEqualTo(start);
        assertThat(RECLAIM.elapsed(start, end)).isCloseTo(amount, within(1e-5));
      }
    }
  }

  @Test
  void theFlatWeekIsOrdinaryTime() {
    WeeklyProfile flat = WeeklyProfile.flat();
    assertThat(flat.after(10_000, 123_456)).isCloseTo(133_456, within(1e-6));
    assertThat(flat.at(99)).isCloseTo(1, within(1e-12));
  }

  @Test
  void nothingHappensInHoursOfWeightZero() {
    double[] day = new double[24];
    Arrays.fill(day, 8, 12, 1);
    WeeklyProfile mornings = WeeklyProfile.of(day, new double[24]);
    double mondayNoon = 12 * HOUR;
    assertThat(mornings.after(mondayNoon, 60)).isBetween(32 * HOUR, 32 * HOUR + 60);
    assertThat(mornings.at(5 * 24 * HOUR + 9 * HOUR)).isZero();
    assertThatThrownBy(() -> WeeklyProfile.of(new double[24], new double[24]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sum of the weights (0.0)");
    assertThatThrownBy(() -> WeeklyProfile.of(new double[23], new double[24]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(23.0)");
  }

  @Test
  void localTimeIsUtcPlusTheOffset() {
    LocalClock tokyo = new LocalClock(10 * HOUR, 9);
    assertThat(tokyo.localSeconds(0)).isEqualTo(19 * HOUR);
    assertThat(tokyo.time(tokyo.localSeconds(777))).isEqualTo(777);
    assertThatThrownBy(() -> new LocalClock(0, 20))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("utcOffsetHours (20.0)");
  }
}
