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
      Dense.tanh(value, 0, 1);
      assertThat((double) value[0]).isCloseTo(Math.tanh((float) x), within(5e-7));
    }
  }

  @Test
  void affineEqualsTheDefinitionForEveryRemainderOfTheUnrolledLoop() {
    RandomStream stream = new Streams(2, 1).stream("test");
    for (int n = 0; n <= 9; n++) {
      int width = 3;
      float[] in = RandomDecisions.values(n + 1, stream);
      float[] parameters = RandomDecisions.values(width + n * width, stream);
      float[] out = new float[width + 1];
      Dense.affine(in, 1, n, parameters, width, 0, out, 1, width);
      for (int i = 0; i < width; i++) {
        double expected = parameters[i];
        for (int k = 0; k < n; k++) {
          expected += in[1 + k] * parameters[width + k * width + i];
        }
        assertThat((double) out[1 + i]).isCloseTo(expected, within(1e-5));
      }
    }
  }
}
