package org.edgetwin.agents.rl4j;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.edgetwin.agents.flat.FlatEnvironment;
import org.edgetwin.agents.log.ScalarLog;
import org.edgetwin.agents.net.DensePolicy;
import org.edgetwin.sim.kernel.Streams;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Trains an RL4J learner on a flat environment. Masks are kept as {@link FlatMdp} says.
 *
 * <p>One seed gives one policy with DQN and with A3C of one thread, as long as the limit of steps
 * and not of time ends the training; A3C's threads take turns as they come. A training that went on
 * from a checkpoint has other random numbers from there on.
 *
 * @param config how
 */
public record Rl4jStudy(StudyConfig config) {
  /**
   * Trains until a limit is reached, from where the folder's checkpoint stands if it has one.
   *
   * @param environments makes new ones that share nothing: one to look at, and for A3C one more for
   *     each thread
   * @param folder gets {@code metrics.csv} and events for TensorBoard: return, length and time of
   *     each whole episode, and steps and time of the whole training; and a checkpoint
   * @param clock seconds since 1970
   * @return the greedy policy in plain Java
   * @throws IllegalStateException if a thread of A3C failed
   * @throws IllegalArgumentException if the checkpoint is damaged
   */
  public DensePolicy train(
      Supplier<FlatEnvironment> environments, Path folder, DoubleSupplier clock)
      throws IOException {
    // ND4J asks for a garbage collection every few seconds otherwise.
    Nd4j.getMemoryManager().togglePeriodicGc(false);
    Saver saver = new Saver(folder);
    try (ScalarLog log = new ScalarLog(folder, saver.used(), clock)) {
      Streams streams = new Streams(config.seed(), 1).scoped("rl4j");
      Rollouts rollouts =
          new Rollouts(
              environments,
              saver.used() == 0 ? streams : streams.scoped("from-" + saver.used()),
              new Budget(config.seconds(), config.steps(), clock, saver.used(), saver.elapsed()),
              new EpisodeLog(log),
              saver);
      DensePolicy policy =
          switch (config.learner()) {
            case DQN -> DqnTraining.train(config, rollouts);
            case A3C -> A3cTraining.train(config, rollouts);
          };
      saver.save(rollouts.budget());
      rollouts.log().end(rollouts.budget().used(), rollouts.budget().elapsed());
      return policy;
    }
  }
}
