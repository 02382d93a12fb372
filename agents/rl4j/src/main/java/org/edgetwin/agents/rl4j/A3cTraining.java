package org.edgetwin.agents.rl4j;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.rl4j.learning.configuration.A3CLearningConfiguration;
import org.deeplearning4j.rl4j.network.ac.ActorCriticLoss;
import org.deeplearning4j.rl4j.network.ac.ActorCriticSeparate;
import org.edgetwin.agents.net.DensePolicy;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/** RL4J's A3C with an actor and a critic that share no layer. */
@SuppressWarnings("deprecation") // There is no other actor-critic of two networks.
final class A3cTraining {
  /** Steps between two updates of a thread [mnih2016]. */
  private static final int STEPS_PER_UPDATE = 5;

  /** RL4J looks every so often whether training is over; its own value is 20 s. */
  private static final int POLL_MILLIS = 50;

  private A3cTraining() {}

  static DensePolicy train(StudyConfig config, Rollouts rollouts) {
    FlatMdp mdp = rollouts.mdp();
    int inputs = mdp.observationSize();
    MultiLayerNetwork critic =
        Networks.dense(
            config, rollouts.seed("weights/critic"), inputs, 1, Activation.IDENTITY, new LossMSE());
    MultiLayerNetwork actor =
        Networks.dense(
            config,
            rollouts.seed("weights/actor"),
            inputs,
            mdp.getActionSpace().getSize(),
            Activation.SOFTMAX,
            new ActorCriticLoss());
    rollouts.saver().keep("critic", critic);
    rollouts.saver().keep("actor", actor);
    A3cLearning learning =
        new A3cLearning(
            mdp,
            new ActorCriticSeparate<>(critic, actor),
            configuration(config, rollouts),
            rollouts);
    rollouts.saver().guardedBy(learning.updateLock());
    learning.addListener(new BudgetListener(rollouts.budget()));
    learning.setProgressMonitorFrequency(POLL_MILLIS);
    // Its threads take a step before they look.
    if (!rollouts.budget().isSpent()) {
      learning.train();
      learning.join();
    }
    return Networks.policy(actor);
  }

  private static A3CLearningConfiguration configuration(StudyConfig config, Rollouts rollouts) {
    return A3CLearningConfiguration.builder()
        .seed(rollouts.seed("exploration"))
        .maxStep(config.steps())
        .maxEpochStep(Integer.MAX_VALUE)
        .numThreads(config.threads())
        .nStep(STEPS_PER_UPDATE)
        .rewardFactor(config.rewardFactor())
        .gamma(config.gamma())
        .build();
  }
}
