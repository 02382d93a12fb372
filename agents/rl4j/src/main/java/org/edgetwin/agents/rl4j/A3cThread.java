package org.edgetwin.agents.rl4j;

import java.util.Optional;
import org.deeplearning4j.rl4j.learning.async.IAsyncGlobal;
import org.deeplearning4j.rl4j.learning.async.a3c.discrete.A3CThreadDiscrete;
import org.deeplearning4j.rl4j.learning.configuration.A3CLearningConfiguration;
import org.deeplearning4j.rl4j.learning.listener.TrainingListenerList;
import org.deeplearning4j.rl4j.network.CommonOutputNames;
import org.deeplearning4j.rl4j.network.ac.IActorCritic;
import org.deeplearning4j.rl4j.observation.Observation;
import org.deeplearning4j.rl4j.policy.ACPolicy;
import org.deeplearning4j.rl4j.policy.Policy;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.rng.Random;

/**
 * A thread of A3C with an environment and random numbers of its own; RL4J's threads draw from one
 * generator in the order in which they happen to run.
 */
@SuppressWarnings({"deprecation", "rawtypes"}) // RL4J's.
final class A3cThread extends A3CThreadDiscrete<Observation> {
  private final Rollouts rollouts;
  private final Random random;
  private volatile @Nullable Throwable failure;

  A3cThread(
      Rollouts rollouts,
      IAsyncGlobal<IActorCritic> global,
      A3CLearningConfiguration configuration,
      int device,
      TrainingListenerList listeners,
      int index) {
    super(rollouts.mdp(), global, configuration, device, listeners, index);
    this.rollouts = rollouts;
    this.random = rollouts.generator("exploration/thread-" + index);
    setDaemon(true);
  }

  @Override
  protected Policy<Integer> getPolicy(IActorCritic network) {
    ((FlatMdp) getMdp())
        .valuedBy(
            observation -> network.output(observation).get(CommonOutputNames.ActorCritic.Policy));
    return new ACPolicy<Observation>(network, true, random);
  }

  @Override
  public void run() {
    try {
      super.run();
    } catch (RuntimeException | Error e) {
      failure = e;
      // Else the training would wait for steps that nobody takes.
      rollouts.budget().stop();
    }
  }

  /** What ended the thread early, if anything did. */
  Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }
}
