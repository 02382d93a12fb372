package org.edgetwin.sim.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

class ControlledMeanTest {
  @Test
  void isTheStudentIntervalWithoutControls() {
    ControlledMean mean =
        ControlledMean.of(
            List.of(Observation.of(1), Observation.of(2), Observation.of(3), Observation.of(4)), 0);

    // t(3 degrees, 99.95 %) = 12.924 times sqrt(5/3 / 4).
    assertThat(mean.mean()).isEqualTo(2.5);
    assertThat(mean.halfWidth()).isCloseTo(8.3423, within(1e-3));
  }

  @Test
  void takesOutWhatTheControlExplains() {
    List<Observation> observations = new ArrayList<>();
    double[] noises = {0.01, -0.02, 0.015, 0.005, -0.01, 0};
    for (int i = 0; i < noises.length; i++) {
      double control = i - 1.5;
      observations.add(
          new Observation(new double[] {7 + 3 * control + noises[i]}, new double[] {control, 0}));
    }

    ControlledMean mean = ControlledMean.of(observations, 0);

    assertThat(mean.mean()).isCloseTo(7, within(0.02));
    assertThat(mean.halfWidth()).isLessThan(0.1);
  }

  @Test
  void missesTheTruthAboutOnceInAThousand() {
    RandomStream stream = new Streams(7, 1).stream("noise");
    int misses = 0;
    for (int trial = 0; trial < 4000; trial++) {
      List<Observation> observations = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        double control = stream.nextDouble() - 0.5;
        double figure = 5 + 2 * control + stream.nextDouble() - 0.5;
        observations.add(new Observation(new double[] {figure}, new double[] {control}));
      }
      ControlledMean mean = ControlledMean.of(observations, 0);
      misses += Math.abs(mean.mean() - 5) > mean.halfWidth() ? 1 : 0;
    }

    // Expected 4; a Poisson count is above 14 once in 50,000 seeds.
    assertThat(misses).isLessThan(15);
  }
}
