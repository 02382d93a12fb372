package org.edgetwin.agents.rl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import org.deeplearning4j.rl4j.learning.async.AsyncGlobal;
import org.deeplearning4j.rl4j.learning.async.AsyncThread;
import org.deeplearning4j.rl4j.learning.async.a3c.discrete.A3CDiscrete;
import org.deeplearning4j.rl4j.learning.configuration.A3CLearningConfiguration;
import org.deeplearning4j.rl4j.network.ac.ActorCriticSeparate;
import org.deeplearning4j.rl4j.observation.Observation;

/** A3C that waits for its threads, and reports what went wrong in one: RL4J's own does neither. */
@SuppressWarnings({"deprecation", "unchecked"}) // All of RL4J that trains is deprecated or raw.
final class A3cLearning extends A3CDiscrete<Observation> {
  private final Rollouts rollouts;
  private final List<A3cThread> threads = new ArrayList<>();

  A3cLearning(
      FlatMdp mdp,
      ActorCriticSeparate<?> network,
      A3CLearningConfiguration configuration,
      Rollouts rollouts) {
    super(mdp, network, configuration);
    this.rollouts = rollouts;
  }

  @Override
  @SuppressWarnings("rawtypes")
  protected AsyncThread newThread(int index, int device) {
    A3cThread thread =
        new A3cThread(
            rollouts, getAsyncGlobal(), getConfiguration(), device, getListeners(), index);
    threads.add(thread);
    return thread;
  }

  /** Whoever holds it keeps the threads from changing the networks. */
  Lock updateLock() {
    return ((AsyncGlobal<?>) getAsyncGlobal()).getUpdateLock();
  }

  /**
   * Waits until all threads have ended.
   *
   * @throws IllegalStateException if one of them failed
   */
  void join() {
    for (A3cThread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("The training was interrupted.", e);
      }
    }
    for (A3cThread thread : threads) {
      thread
          .failure()
          .ifPresent(
              cause -> {
                throw new IllegalStateException("A thread of A3C failed: " + cause, cause);
              });
    }
  }
}
