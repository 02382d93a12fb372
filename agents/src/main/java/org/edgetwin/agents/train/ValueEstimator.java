package org.edgetwin.agents.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.edgetwin.agents.blocks.CriticGraph;
import org.edgetwin.agents.blocks.DecisionBatch;
import org.edgetwin.agents.blocks.Scaling;
import org.edgetwin.agents.blocks.TrainingEngine;
import org.edgetwin.agents.file.Checkpoint;
import org.edgetwin.agents.net.CriticConfig;
import org.edgetwin.agents.net.Decision;
import org.edgetwin.agents.net.RunningMoments;
import org.edgetwin.agents.net.SetScorerConfig;
import org.edgetwin.agents.net.Standardiser;

/**
 * A critic and the scale of its targets: the network is trained on targets of mean 0 and standard
 * deviation 1 over all targets so far [yu2022].
 */
final class ValueEstimator {
  private static final int BATCH = 1024;

  private final String name;
  private final String suffix;
  private final SetScorerConfig state;
  private final TrainableNetwork<CriticConfig> critic;
  private final RunningMoments targets = new RunningMoments(1);

  /**
   * An estimator for what an agent sees.
   *
   * @param suffix of its name in checkpoints and of its tags in logs, where there are two
   * @param weights starting values of the critic of {@link CriticConfig#of}
   */
  ValueEstimator(String suffix, SetScorerConfig agent, float[] weights) {
    this.suffix = suffix;
    name = "critic" + suffix;
    this.state = agent;
    this.critic = new TrainableNetwork<>(name, CriticConfig.of(agent), weights);
  }

  /** The values of states, in units of the reward. */
  double[] values(List<Decision> states) {
    Standardiser scale = targets.freeze();
    double[] values = new double[states.size()];
    for (int from = 0; from < values.length; from += BATCH) {
      List<Decision> part = states.subList(from, Math.min(values.length, from + BATCH));
      try (NDManager manager = TrainingEngine.newManager()) {
        float[] scaled =
            CriticGraph.values(critic.tensors(manager), DecisionBatch.of(manager, state, part))
                .toFloatArray();
        for (int i = 0; i < scaled.length; i++) {
          values[from + i] = scale.mean()[0] + scale.deviation()[0] * (double) scaled[i];
        }
      }
    }
    return values;
  }

  /** Its own variant of a tag. */
  String tag(String tag) {
    return tag + suffix;
  }

  /** Takes in the scale of new targets. */
  void observe(double[] newTargets) {
    float[] rows = new float[newTargets.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) newTargets[i];
    }
    targets.update(rows);
  }

  /** One gradient step on half the mean squared error. */
  void descend(
      List<Decision> states,
      double[] stateTargets,
      double learningRate,
      double maxGradientNorm,
      ScalarMeans log) {
    Standardiser scale = targets.freeze();
    float[] scaled = new float[stateTargets.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) ((stateTargets[i] - scale.mean()[0]) / scale.deviation()[0]);
    }
    critic.descend(
        learningRate,
        maxGradientNorm,
        (manager, weights) -> {
          NDArray values = CriticGraph.values(weights, DecisionBatch.of(manager, state, states));
          NDArray loss = Scaling.times(values.sub(manager.create(scaled)).square().mean(), 0.5);
          log.add(tag("losses/value_loss"), loss.getFloat());
          return loss;
        });
  }

  void save(Checkpoint checkpoint) {
    critic.save(checkpoint);
    checkpoint.doubles().put(name + ".targets", targets.state());
  }

  void restore(Checkpoint checkpoint) {
    critic.restore(checkpoint);
    targets.restore(checkpoint.doubles(name + ".targets"));
  }
}
