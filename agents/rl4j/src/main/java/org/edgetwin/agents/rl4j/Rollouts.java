package org.edgetwin.agents.rl4j;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.deeplearning4j.rl4j.space.DiscreteSpace;
import org.edgetwin.agents.flat.FlatEnvironment;
import org.edgetwin.sim.kernel.Streams;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.factory.Nd4j;
import umontreal.ssj.rng.RandomStream;

/** What the environments of one training share. Each environment has random numbers of its own. */
final class Rollouts {
  private final Supplier<FlatEnvironment> environments;
  private final Streams streams;
  private final Budget budget;
  private final EpisodeLog log;
  private final Saver saver;
  private final AtomicInteger count = new AtomicInteger();

  Rollouts(
      Supplier<FlatEnvironment> environments,
      Streams streams,
      Budget budget,
      EpisodeLog log,
      Saver saver) {
    this.environments = environments;
    this.streams = streams;
    this.budget = budget;
    this.log = log;
    this.saver = saver;
  }

  /** A new environment with the numbers of its place in the order of the calls. */
  FlatMdp mdp() {
    String name = "rollout-" + count.getAndIncrement();
    FlatEnvironment environment = environments.get();
    return new FlatMdp(
        this,
        environment,
        streams.stream("episodes/" + name),
        new DiscreteSpace(environment.actionCount(), generator("actions/" + name)));
  }

  /** ND4J's generator, which RL4J asks for, seeded by a named stream. */
  Random generator(String name) {
    return Nd4j.getRandomFactory().getNewRandomInstance(seed(name));
  }

  /** The first seed of a named stream. */
  long seed(String name) {
    return seed(streams.stream(name));
  }

  /** A seed of 31 bits. */
  static long seed(RandomStream stream) {
    return stream.nextInt(0, Integer.MAX_VALUE - 1);
  }

  Budget budget() {
    return budget;
  }

  EpisodeLog log() {
    return log;
  }

  Saver saver() {
    return saver;
  }
}
