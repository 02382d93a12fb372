package org.edgetwin.agents.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.edgetwin.agents.file.Checkpoint;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import umontreal.ssj.probdist.NormalDist;
import umontreal.ssj.rng.RandomStream;

class ParameterExplorationTest {
  private static final float[] GOAL = {1, -0.5f, 0.25f, 0};

  private static ParameterExploration exploration(int pairs) {
    return new ParameterExploration(
        new ParameterExploration.Settings(200, pairs, 1, 0.1, new Schedule(0.05, 0.005, 200)),
        new float[GOAL.length],
        new Streams(1, 1).stream("exploration"));
  }

  private static double distance(float[] weights) {
    double sum = 0;
    for (int i = 0; i < GOAL.length; i++) {
      sum += Math.pow(weights[i] - GOAL[i], 2);
    }
    return Math.sqrt(sum);
  }

  /** The distance from the goal, with noise as large as the way; a step's gain drowns in it. */
  private static void step(ParameterExploration exploration, RandomStream noise) {
    exploration.update(
        exploration.draw().stream()
            .mapToDouble(w -> distance(w) + 0.05 * NormalDist.inverseF01(noise.nextDouble()))
            .toArray());
  }

  @Test
  void itFindsTheLeastCostThroughNoise() {
    ParameterExploration exploration = exploration(32);
    RandomStream noise = new Streams(1, 1).stream("noise");
    for (int update = 0; update < 200; update++) {
      step(exploration, noise);
    }
    assertThat(distance(exploration.learnt())).isLessThan(0.1 * distance(new float[GOAL.length]));
    assertThat(exploration.updates()).isEqualTo(200);
  }

  @Test
  void theTwoOfAPairLieOppositeAtTheSpread() {
    List<float[]> drawn = exploration(500).draw();
    double squares = 0;
    for (int j = 0; j < drawn.size(); j += 2) {
      for (int i = 0; i < GOAL.length; i++) {
        assertThat(drawn.get(j)[i]).isEqualTo(-drawn.get(j + 1)[i]);
        squares += Math.pow(drawn.get(j)[i], 2);
      }
    }
    // 2,000 normal numbers: the standard error of their standard deviation is 1.6 %.
    assertThat(Math.sqrt(squares / (500 * GOAL.length))).isCloseTo(0.1, within(0.006));
  }

  @Test
  void costsThatAreAllEqualTeachNothing() {
    ParameterExploration exploration = exploration(4);
    exploration.draw();
    assertThat(exploration.update(new double[8])).isZero();
    assertThat(exploration.learnt()).containsOnly(0);
  }

  @Test
  void costsWithoutADrawAreAnError() {
    ParameterExploration exploration = exploration(4);
    assertThatThrownBy(() -> exploration.update(new double[8]))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("8 costs for 0 pairs");
  }

  @Test
  void itGoesOnWhereItWasSaved() {
    RandomStream noise = new Streams(1, 1).stream("noise");
    ParameterExploration first = exploration(8);
    for (int update = 0; update < 5; update++) {
      step(first, noise);
    }
    Checkpoint checkpoint = new Checkpoint();
    first.save(checkpoint);
    ParameterExploration second = exploration(8);
    second.restore(checkpoint);

    step(first, new Streams(2, 1).stream("noise"));
    step(second, new Streams(2, 1).stream("noise"));

    assertThat(second.updates()).isEqualTo(6);
    assertThat(second.learnt()).isEqualTo(first.learnt());
  }
}
