package org.edgetwin.agents.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import org.edgetwin.agents.blocks.TrainingEngine;
import org.edgetwin.agents.blocks.WeightTensors;
import org.edgetwin.agents.file.Checkpoint;
import org.edgetwin.agents.net.NetworkConfig;
import org.edgetwin.agents.net.ParameterLayout;
import org.edgetwin.agents.net.ScorerNetwork;
import org.edgetwin.agents.net.SetScorerConfig;

/**
 * A network's weights and their optimiser. The weights live in Java; each step copies them into the
 * engine, and the gradients back. Not thread-safe.
 */
public final class TrainableNetwork<C extends NetworkConfig> {
  /** Builds a loss, a scalar, in the memory of one step. */
  @FunctionalInterface
  interface Loss {
    NDArray of(NDManager manager, WeightTensors weights);
  }

  private final String name;
  private final C config;
  private final ParameterLayout layout;
  private final float[] weights;
  private final Adam adam;

  /**
   * A network that is about to be trained.
   *
   * @param name its name in checkpoints and logs
   * @param weights starting values, copied
   */
  public TrainableNetwork(String name, C config, float[] weights) {
    this.name = name;
    this.config = config;
    this.layout = config.layout();
    this.weights = weights.clone();
    this.adam = new Adam(layout.size());
    if (weights.length != layout.size()) {
      throw new IllegalArgumentException(
          "The " + name + " has " + weights.length + " weights instead of " + layout.size() + ".");
    }
  }

  /** A scorer that is about to be trained. */
  public static TrainableNetwork<SetScorerConfig> of(String name, ScorerNetwork start) {
    return new TrainableNetwork<>(name, start.config(), start.weights());
  }

  /** A copy of a scorer as it is now. */
  public static ScorerNetwork snapshot(TrainableNetwork<SetScorerConfig> scorer) {
    return new ScorerNetwork(scorer.config, scorer.weights.clone());
  }

  public String name() {
    return name;
  }

  public C config() {
    return config;
  }

  /** A copy of the weights as they are now. */
  public float[] weights() {
    return weights.clone();
  }

  /** How often {@link Adam} has moved the weights. */
  public int steps() {
    return adam.steps();
  }

  /** The weights in a manager's memory, for values without gradients. */
  WeightTensors tensors(NDManager manager) {
    return new WeightTensors(manager, layout, weights);
  }

  /**
   * Moves the weights one step down the gradient of a loss.
   *
   * @param maxGradientNorm gradients of a larger Euclidean norm are scaled down to it
   * @throws IllegalStateException if a gradient is not finite
   */
  void descend(double learningRate, double maxGradientNorm, Loss loss) {
    float[] gradients;
    try (NDManager manager = TrainingEngine.newManager()) {
      WeightTensors tensors = tensors(manager).requireGradients();
      try (GradientCollector collector = TrainingEngine.newGradientCollector()) {
        collector.backward(loss.of(manager, tensors));
      }
      gradients = tensors.gradients();
    }
    clip(gradients, maxGradientNorm);
    adam.step(weights, gradients, learningRate);
  }

  private void clip(float[] gradients, double maxGradientNorm) {
    double squares = 0;
    for (float gradient : gradients) {
      squares += (double) gradient * gradient;
    }
    if (!Double.isFinite(squares)) {
      throw new IllegalStateException(
          "The gradient of the "
              + name
              + " is not finite. Maybe a feature or a rule score is not, or the learning rate is"
              + " too high.");
    }
    double norm = Math.sqrt(squares);
    if (norm > maxGradientNorm) {
      float scale = (float) (maxGradientNorm / norm);
      for (int i = 0; i < gradients.length; i++) {
        gradients[i] *= scale;
      }
    }
  }

  void save(Checkpoint checkpoint) {
    checkpoint.floats().put(name + ".weights", weights.clone());
    adam.save(checkpoint, name);
  }

  void restore(Checkpoint checkpoint) {
    checkpoint.copyFloats(name + ".weights", weights);
    adam.restore(checkpoint, name);
  }
}
