package org.edgetwin.sim.belief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class PredictionTest {
  @Test
  void logDensityIsThatOfTheNormalLaw() {
    NormalDistribution law = new NormalDistribution(null, 0.3, 0.7);
    for (double x = -3; x < 3; x += 0.37) {
      assertThat(new Prediction(0.3, 0.7, 0.2).logDensity(x))
          .isCloseTo(law.logDensity(x), within(1e-12));
    }
  }
}
