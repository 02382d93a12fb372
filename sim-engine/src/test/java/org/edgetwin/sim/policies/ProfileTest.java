package org.edgetwin.sim.policies;

import static org.assertj.core.api.Assertions.assertThat;

import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

class ProfileTest {
  private static final int HORIZON = 400;

  /** Free GPUs in each whole second; the last one stands for ever. */
  private final int[] free = new int[HORIZON];

  private int now;

  private double earliest(int gpus, int duration) {
    for (int start = now; start < HORIZON; start++) {
      boolean fits = true;
      for (int t = start; t < HORIZON && (t == start || t < start + duration) && fits; t++) {
        fits = free[t] >= gpus;
      }
      if (fits) {
        return start;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  private void change(int start, int end, int gpus) {
    for (int t = start; t < end; t++) {
      free[t] += gpus;
    }
  }

  @Test
  void findsTheGapsThatASecondBySecondTableHas() {
    for (int seed = 0; seed < 40; seed++) {
      RandomStream random = new Streams(seed, 1).stream("profile");
      int capacity = random.nextInt(1, 20);
      java.util.Arrays.fill(free, capacity);
      now = 0;
      Profile profile = new Profile(0, capacity);
      for (int step = 0; step < 400 && now < HORIZON / 2; step++) {
        int gpus = random.nextInt(1, capacity);
        int duration = random.nextInt(0, 30);
        assertThat(profile.earliest(gpus, duration)).isEqualTo(earliest(gpus, duration));
        int start = random.nextInt(now, HORIZON - 100);
        int end = start + random.nextInt(1, 60);
        int amount = random.nextInt(-2, 2);
        boolean forEver = random.nextDouble() < 0.05;
        profile.change(start, forEver ? Double.POSITIVE_INFINITY : end, amount);
        change(start, forEver ? HORIZON : end, amount);
        if (random.nextDouble() < 0.1) {
          now += random.nextInt(0, 3);
          profile.advance(now);
        }
        profile = step % 50 == 0 ? profile.copy() : profile;
      }
    }
  }

  @Test
  void aChangeThatBeganInThePastCountsFromNow() {
    Profile profile = new Profile(0, 4);
    profile.change(2, 8, -4);
    profile.advance(5);

    profile.change(2, 8, 4);

    assertThat(profile.earliest(4, 100)).isEqualTo(5);
  }
}
