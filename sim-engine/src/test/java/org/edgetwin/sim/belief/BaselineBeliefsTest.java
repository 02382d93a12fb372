package org.edgetwin.sim.belief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BaselineBeliefsTest {
  private static Observation seen(int machine, double time, double value) {
    return new Observation(machine, 0, time, value);
  }

  @Test
  void averageAndSpreadAreThoseOfTheMachine() {
    MachineAverage belief = new MachineAverage(2, 0.4, 2);
    for (double value : List.of(0.1, 0.4, 0.7)) {
      belief.observe(seen(1, 0, value));
    }

    Prediction said = belief.predict(1, 5, 1000);

    assertThat(said.mean()).isCloseTo(0.4, within(1e-15));
    assertThat(said.sd()).isCloseTo(0.3, within(1e-15));
    assertThat(said.levelSd()).isCloseTo(0.3 / Math.sqrt(3), within(1e-15));
  }

  @Test
  void aMachineSeenOnceBorrowsThePooledSpread() {
    MachineAverage belief = new MachineAverage(4, 0.4, 2);
    assertThat(belief.predict(3, 0, 0)).isEqualTo(new Prediction(0, 0.4, 0.4));
    belief.observe(seen(0, 0, 1));
    belief.observe(seen(0, 0, 1.2));
    belief.observe(seen(1, 0, 0));
    belief.observe(seen(1, 0, 0.4));
    belief.observe(seen(2, 0, -0.6));

    double pooled = Math.sqrt((0.02 + 0.08) / 2);
    assertThat(belief.predict(2, 0, 0).mean()).isEqualTo(-0.6);
    assertThat(belief.predict(2, 0, 0).sd()).isCloseTo(pooled, within(1e-15));
    assertThat(belief.predict(3, 0, 0).mean()).isCloseTo(0.4, within(1e-15));
    assertThat(belief.predict(3, 0, 0).sd()).isCloseTo(pooled, within(1e-15));
  }

  @Test
  void equalObservationsDoNotClaimCertainty() {
    MachineAverage belief = new MachineAverage(1, 0.4, 2);
    belief.observe(seen(0, 0, 1));
    belief.observe(seen(0, 0, 1));

    assertThat(belief.predict(0, 0, 0).sd()).isEqualTo(0.0004);
  }

  @Test
  void withoutWanderingTheFilterIsTheConjugatePosterior() {
    KalmanShrinkage belief = new KalmanShrinkage(1, 0.3, 0.2, 0);
    double sum = 0;
    for (int i = 0; i < 7; i++) {
      belief.observe(seen(0, 100 * i, 0.1 * i));
      sum += 0.1 * i;
    }

    double precision = 1 / 0.09 + 7 / 0.04;
    Prediction said = belief.predict(0, 0, 1e9);
    assertThat(said.mean()).isCloseTo(sum / 0.04 / precision, within(1e-14));
    assertThat(said.sd()).isCloseTo(Math.sqrt(1 / precision + 0.04), within(1e-14));
    assertThat(said.levelSd()).isCloseTo(Math.sqrt(1 / precision), within(1e-14));
  }

  @Test
  void oldKnowledgeFadesUpToThePrior() {
    KalmanShrinkage belief = new KalmanShrinkage(1, 0.3, 0.2, 0.05);
    belief.observe(seen(0, 0, 1));
    double variance = 1 / (1 / 0.09 + 1 / 0.04);

    assertThat(belief.predict(0, 0, 3600).sd())
        .isCloseTo(Math.sqrt(variance + 0.0025 + 0.04), within(1e-14));
    assertThat(belief.predict(0, 0, 1e9).sd()).isCloseTo(Math.sqrt(0.13), within(1e-14));
  }

  @Test
  void whatMakesNoSenseIsRejected() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PriorBelief(0));
    assertThatIllegalArgumentException().isThrownBy(() -> new MachineAverage(1, 0, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new MachineAverage(1, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new KalmanShrinkage(1, 1, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Prediction(0, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Prediction(Double.NaN, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Prediction(0, 1, 1.1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Prediction(0, 1, -0.1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Observation(-1, 0, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Observation(0, 0, 0, Double.NaN));
  }
}
