package org.edgetwin.agents.flat;

import java.util.List;
import org.edgetwin.agents.net.DensePolicy;
import org.edgetwin.sim.kernel.Streams;
import umontreal.ssj.rng.RandomStream;

/** Flat policies of two layers with random weights. */
public final class RandomPolicies {
  private static final int WIDTH = 8;

  private RandomPolicies() {}

  /** One that fits a layout. */
  public static DensePolicy of(FlatLayout layout, long seed) {
    return of(layout.observationSize(), layout.actionCount(), seed);
  }

  static DensePolicy of(int inputs, int outputs, long seed) {
    RandomStream stream = new Streams(seed, 1).stream("weights");
    return new DensePolicy(List.of(layer(inputs, WIDTH, stream), layer(WIDTH, outputs, stream)));
  }

  private static DensePolicy.Layer layer(int inputs, int outputs, RandomStream stream) {
    float[][] weight = new float[inputs][outputs];
    for (float[] row : weight) {
      fill(row, stream);
    }
    float[] bias = new float[outputs];
    fill(bias, stream);
    return new DensePolicy.Layer(weight, bias);
  }

  private static void fill(float[] values, RandomStream stream) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (2 * stream.nextDouble() - 1);
    }
  }
}
