package org.edgetwin.agents.train;

/**
 * How to train.
 *
 * @param team what the agents have in common
 * @param lambda decay of generalised advantage estimation for each decision, 0 to 1
 * @param clip how far the chance of a choice may move in one update, as a ratio
 * @param epochs passes over the data of an update
 * @param minibatch steps per gradient step
 * @param learningRate of the agents
 * @param criticLearningRate of the critic; 0 at the start for none
 * @param entropy weight of the entropy bonus
 * @param leash weight of the divergence from the rule
 * @param maxGradientNorm longest gradient, Euclidean
 * @param trainsOrderer whether the orderer learns; otherwise it stays as it is
 * @param trainsPlacer whether the placer learns
 */
public record PpoConfig(
    Team team,
    double lambda,
    double clip,
    int epochs,
    int minibatch,
    Schedule learningRate,
    Schedule criticLearningRate,
    Schedule entropy,
    Schedule leash,
    double maxGradientNorm,
    boolean trainsOrderer,
    boolean trainsPlacer) {
  public PpoConfig {
    if (!(lambda >= 0 && lambda <= 1)) {
      throw new IllegalArgumentException("The lambda (" + lambda + ") is not from 0 to 1.");
    }
    requirePositive("clip", clip);
    requirePositive("epochs", epochs);
    requirePositive("minibatch", minibatch);
    requirePositive("maxGradientNorm", maxGradientNorm);
  }

  /** Whether a critic learns; without one, equal arrivals alone are the baseline. */
  boolean hasCritic() {
    return criticLearningRate.start() > 0;
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException("The " + name + " (" + value + ") is not positive.");
    }
  }

  /**
   * Usual values: lambda 0.95, clip 0.2, 4 epochs of minibatches of 256, learning rates that fall
   * to a tenth, a leash that loosens, gradients up to 0.5 [huang2022cleanrl], [yu2022].
   *
   * @param updates over how many updates the schedules run
   */
  public static PpoConfig usual(int updates) {
    return new PpoConfig(
        Team.COOPERATIVE,
        0.95,
        0.2,
        4,
        256,
        new Schedule(3e-4, 3e-5, updates),
        new Schedule(1e-3, 1e-4, updates),
        new Schedule(0.01, 0.001, updates),
        new Schedule(0.1, 0.01, updates),
        0.5,
        true,
        true);
  }
}
