package org.edgetwin.sim.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HourlyIntegralTest {
  @Test
  void splitsAtTheHours() {
    HourlyIntegral integral = new HourlyIntegral();
    integral.set(1800, 2);
    integral.set(3 * 3600 + 900, 1);
    assertThat(integral.until(4 * 3600 + 60)).containsExactly(3600, 7200, 7200, 4500, 60);
    assertThat(integral.until(3 * 3600 + 900)).containsExactly(3600, 7200, 7200, 1800);
    assertThat(integral.until(4 * 3600)).containsExactly(3600, 7200, 7200, 4500);
  }

  @Test
  void sumsToTheIntegralOverTheRun() {
    SplittableRandom random = new SplittableRandom(7);
    HourlyIntegral hourly = new HourlyIntegral();
    Integral whole = new Integral();
    double time = 0;
    for (int i = 0; i < 5000; i++) {
      time += random.nextInt(3) == 0 ? 3600 * random.nextInt(5) : 900 * random.nextDouble();
      double change = random.nextInt(-5, 6);
      hourly.add(time, change);
      whole.add(time, change);
    }
    assertThat(Arrays.stream(hourly.until(time + 10_000)).sum())
        .isCloseTo(whole.until(time + 10_000), within(1e-6 * Math.abs(whole.until(time + 10_000))));
  }

  @Test
  void aCopyIsIndependent() {
    HourlyIntegral integral = new HourlyIntegral();
    integral.set(10, 1);
    HourlyIntegral copy = integral.copy();
    integral.set(20, 5);
    assertThat(copy.until(40)).containsExactly(30);
    assertThat(integral.until(40)).containsExactly(110);
  }
}
