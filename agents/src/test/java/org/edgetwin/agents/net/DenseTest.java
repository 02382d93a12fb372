package org.edgetwin.agents.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

final class DenseTest {
  @Test
  void tanhIsWithinFloatRoundingOfTheExactOne() {
    for (double x = -12; x <= 12; x += 0.001) {
      float[] value = {(float) x};
      Dense.tanh(value);
      assertThat((double) value[0]).isCloseTo(Math.tanh((float) x), within(5e-7));
    }
  }

  @Test
  void theProductEqualsTheDefinitionForEveryRemainderOfTheUnrolledLoop() {
    RandomStream stream = new Streams(2, 1).stream("test");
    for (int n = 0; n <= 9; n++) {
      float[] in = RandomDecisions.values(n + 1, stream);
      float[] out = RandomDecisions.values(3, stream);
      float[] expected = out.clone();
      float[][] weight = new float[n][];
      for (int k = 0; k < n; k++) {
        weight[k] = RandomDecisions.values(3, stream);
        for (int i = 0; i < 3; i++) {
          expected[i] += in[1 + k] * weight[k][i];
        }
      }
      Dense.addProduct(in, 1, weight, out);
      assertThat(out).containsExactly(expected, within(1e-6f));
    }
  }
}
