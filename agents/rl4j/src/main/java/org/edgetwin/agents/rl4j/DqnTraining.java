package org.edgetwin.agents.rl4j;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.rl4j.learning.configuration.QLearningConfiguration;
import org.deeplearning4j.rl4j.learning.sync.qlearning.discrete.QLearningDiscreteDense;
import org.deeplearning4j.rl4j.network.CommonOutputNames;
import org.deeplearning4j.rl4j.network.dqn.DQN;
import org.deeplearning4j.rl4j.observation.Observation;
import org.edgetwin.agents.net.DensePolicy;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/** RL4J's DQN: one update of 32 transitions at every step. */
@SuppressWarnings("deprecation") // RL4J's own factory builds it too.
final class DqnTraining {
  private static final int REPLAY = 100_000;
  private static final int BATCH = 32;
  private static final int STEPS_PER_TARGET = 500;
  private static final double LEAST_EXPLORATION = 0.1;
  private static final double ERROR_CLAMP = 1;

  private DqnTraining() {}

  static DensePolicy train(StudyConfig config, Rollouts rollouts) {
    FlatMdp mdp = rollouts.mdp();
    MultiLayerNetwork network =
        Networks.dense(
            config,
            rollouts.seed("weights/values"),
            mdp.observationSize(),
            mdp.getActionSpace().getSize(),
            Activation.IDENTITY,
            new LossMSE());
    rollouts.saver().keep("values", network);
    DQN dqn = new DQN(network);
    mdp.valuedBy(observation -> dqn.output(observation).get(CommonOutputNames.QValues));
    mdp.endWhenSpent();
    QLearningDiscreteDense<Observation> learning =
        new QLearningDiscreteDense<>(mdp, dqn, configuration(config, rollouts));
    // What is left of exploration goes by it.
    learning.setStepCount((int) rollouts.budget().used());
    learning.addListener(new BudgetListener(rollouts.budget()));
    learning.train();
    return Networks.policy(network);
  }

  private static QLearningConfiguration configuration(StudyConfig config, Rollouts rollouts) {
    return QLearningConfiguration.builder()
        .seed(rollouts.seed("exploration"))
        .maxStep(config.steps())
        .maxEpochStep(Integer.MAX_VALUE)
        .expRepMaxSize(REPLAY)
        .batchSize(BATCH)
        .targetDqnUpdateFreq(STEPS_PER_TARGET)
        .updateStart(BATCH)
        .rewardFactor(config.rewardFactor())
        .gamma(config.gamma())
        .errorClamp(ERROR_CLAMP)
        .minEpsilon(LEAST_EXPLORATION)
        .epsilonNbStep(config.explorationSteps())
        .doubleDQN(true)
        .build();
  }
}
