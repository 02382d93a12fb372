package org.edgetwin.agents.env;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.edgetwin.agents.flat.FlatEnvironment;
import org.edgetwin.agents.flat.FlatLayout;
import org.edgetwin.agents.flat.FlatPass;
import org.edgetwin.agents.pair.PairPass;

/**
 * The two agents as one player with as many numbers and actions at every step, as {@link
 * FlatLayout} says, for learners that know no sets. After a drained episode all is 0 but the time
 * since the step before. Not thread-safe.
 */
public final class FlatView implements FlatEnvironment {
  private final TwoAgentEnvironment environment;
  private final FlatLayout layout;
  private final Map<Integer, FlatPass> passByVirtualCluster = new HashMap<>();

  /** Of the virtual cluster whose turn it is. */
  private FlatPass flat;

  /**
   * A flat view of an environment, which is from now on stepped through it alone.
   *
   * @param layout its rule is that of the environment's schedulers
   */
  public FlatView(TwoAgentEnvironment environment, FlatLayout layout) {
    this.environment = environment;
    this.layout = layout;
    flat = new FlatPass(layout);
  }

  @Override
  public int observationSize() {
    return layout.observationSize();
  }

  @Override
  public int actionCount() {
    return layout.actionCount();
  }

  @Override
  public Optional<FlatLayout> layout() {
    return Optional.of(layout);
  }

  @Override
  public float[] reset(long seed) {
    passByVirtualCluster.clear();
    return observation(environment.reset(seed));
  }

  @Override
  public boolean[] actionMask() {
    return environment.agent() == PairPass.Turn.DONE
        ? new boolean[actionCount()]
        : flat.mask(environment.pass());
  }

  @Override
  public Transition step(int action) {
    AgentStep next = environment.step(itemOf(action));
    return new Transition(observation(next), next.reward(), next.terminated(), next.truncated());
  }

  private float[] observation(AgentStep step) {
    flat =
        passByVirtualCluster.computeIfAbsent(
            step.info().virtualCluster(), vc -> new FlatPass(layout));
    return step.terminated()
        ? flat.lookAtNothing(step.info().timeSeconds())
        : flat.look(environment.pass());
  }

  /** The underlying environment's action; whatever is given back once the episode is over. */
  private int itemOf(int action) {
    PairPass.Turn agent = environment.agent();
    if (agent == PairPass.Turn.DONE) {
      return action;
    }
    if (action < 0 || action >= actionCount() || !actionMask()[action]) {
      throw new IllegalArgumentException(
          "The action "
              + action
              + " is not legal on the "
              + (agent == PairPass.Turn.ORDERER ? "orderer's" : "placer's")
              + " turn, of 0.."
              + (actionCount() - 1)
              + ". Maybe choose where the mask is true.");
    }
    return flat.item(environment.pass(), action);
  }
}
