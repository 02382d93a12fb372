package org.edgetwin.agents.train;

import org.edgetwin.agents.file.Checkpoint;

/** The optimiser Adam [kingma2015] with its usual decay rates. */
final class Adam {
  private static final double DECAY_1 = 0.9;
  private static final double DECAY_2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final float[] first;
  private final float[] second;
  private int steps;

  Adam(int parameters) {
    first = new float[parameters];
    second = new float[parameters];
  }

  /** Moves the weights one step down the gradients. */
  void step(float[] weights, float[] gradients, double learningRate) {
    steps++;
    double unbiased1 = 1 - Math.pow(DECAY_1, steps);
    double unbiased2 = 1 - Math.pow(DECAY_2, steps);
    for (int i = 0; i < weights.length; i++) {
      double gradient = gradients[i];
      first[i] = (float) (DECAY_1 * first[i] + (1 - DECAY_1) * gradient);
      second[i] = (float) (DECAY_2 * second[i] + (1 - DECAY_2) * gradient * gradient);
      double direction = first[i] / unbiased1 / (Math.sqrt(second[i] / unbiased2) + EPSILON);
      weights[i] -= (float) (learningRate * direction);
    }
  }

  int steps() {
    return steps;
  }

  void save(Checkpoint checkpoint, String name) {
    checkpoint.floats().put(name + ".adam.first", first.clone());
    checkpoint.floats().put(name + ".adam.second", second.clone());
    checkpoint.longs().put(name + ".adam.steps", new long[] {steps});
  }

  void restore(Checkpoint checkpoint, String name) {
    checkpoint.copyFloats(name + ".adam.first", first);
    checkpoint.copyFloats(name + ".adam.second", second);
    steps = Math.toIntExact(checkpoint.longs(name + ".adam.steps")[0]);
  }
}
