package org.edgetwin.agents.rl4j;

import java.util.function.Function;
import org.deeplearning4j.gym.StepReply;
import org.deeplearning4j.rl4j.mdp.MDP;
import org.deeplearning4j.rl4j.observation.Observation;
import org.deeplearning4j.rl4j.space.ArrayObservationSpace;
import org.deeplearning4j.rl4j.space.DiscreteSpace;
import org.deeplearning4j.rl4j.space.ObservationSpace;
import org.edgetwin.agents.flat.FlatEnvironment;
import org.edgetwin.agents.net.FlatPolicy;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import umontreal.ssj.rng.RandomStream;

/**
 * A flat environment as RL4J sees one.
 *
 * <p>RL4J knows no masks. An action that is not allowed is replaced by the allowed one that the
 * learner's network values highest now (the lowest-index one of several, or of values that are no
 * numbers), and the learner is told nothing: to it, the illegal action is another name of the
 * replacement. What that means for a comparison:
 *
 * <ul>
 *   <li>A greedy choice is the one of a masked learner, in training and afterwards.
 *   <li>Exploration is weaker: of the random choices only those that happen to be allowed explore.
 *       Where few actions are allowed, RL4J explores little ({@code charts/illegal_share}).
 *   <li>The network spends capacity and samples on actions that mean nothing, and its bootstrapped
 *       maximum goes over them too.
 *   <li>Whether an episode ended or was cut off is the same to RL4J: it never bootstraps from the
 *       last observation.
 * </ul>
 *
 * Not thread-safe.
 */
final class FlatMdp implements MDP<Observation, Integer, DiscreteSpace> {
  private final Rollouts rollouts;
  private final FlatEnvironment environment;
  private final RandomStream seeds;
  private final DiscreteSpace actions;

  private Function<Observation, INDArray> values;
  private boolean limited;
  private Observation observation;
  private boolean over = true;
  private double total;
  private long length;
  private long illegal;

  FlatMdp(
      Rollouts rollouts, FlatEnvironment environment, RandomStream seeds, DiscreteSpace actions) {
    this.rollouts = rollouts;
    this.environment = environment;
    this.seeds = seeds;
    this.actions = actions;
    this.observation = observation(new float[environment.observationSize()]);
    this.values = any -> Nd4j.zeros(1, environment.actionCount());
  }

  private static Observation observation(float[] numbers) {
    return new Observation(Nd4j.create(new float[][] {numbers}));
  }

  /**
   * Sets what decides between the allowed actions; without it, the lowest-index one is taken.
   *
   * @param network values of all actions, {@code [1, actionCount]}
   */
  void valuedBy(Function<Observation, INDArray> network) {
    this.values = network;
  }

  int observationSize() {
    return environment.observationSize();
  }

  @Override
  public ObservationSpace<Observation> getObservationSpace() {
    return new ArrayObservationSpace<>(new int[] {environment.observationSize()});
  }

  @Override
  public DiscreteSpace getActionSpace() {
    return actions;
  }

  @Override
  public Observation reset() {
    observation = observation(environment.reset(Rollouts.seed(seeds)));
    over = false;
    total = 0;
    length = 0;
    illegal = 0;
    return observation;
  }

  @Override
  public StepReply<Observation> step(Integer action) {
    FlatEnvironment.Transition transition = environment.step(allowed(action));
    observation = observation(transition.observation());
    over = transition.terminated() || transition.truncated();
    total += transition.reward();
    length++;
    long step = rollouts.budget().use();
    if (over) {
      double share = (double) illegal / length;
      rollouts.log().write(step, total, length, rollouts.budget().elapsed(), share);
    }
    rollouts.saver().saveWhenDue(rollouts.budget());
    return new StepReply<>(observation, transition.reward(), over, null);
  }

  private int allowed(int action) {
    boolean[] mask = environment.actionMask();
    if (mask[action]) {
      return action;
    }
    illegal++;
    return FlatPolicy.highest(values.apply(observation).toFloatVector(), mask);
  }

  /** Makes every step look at the limits too; RL4J's DQN does so between episodes only. */
  void endWhenSpent() {
    this.limited = true;
  }

  @Override
  public boolean isDone() {
    return over || (limited && rollouts.budget().isSpent());
  }

  /** Another environment of the same training. */
  @Override
  public FlatMdp newInstance() {
    return rollouts.mdp();
  }

  @Override
  public void close() {
    // The environment holds nothing that must be given back.
  }
}
