package org.edgetwin.agents.flat;

import org.edgetwin.agents.net.DensePolicy;
import org.edgetwin.agents.pair.PairChooser;
import org.edgetwin.agents.pair.PairPass;

/** A flat policy as both agents of a pass. */
public final class FlatChooser implements PairChooser {
  private final DensePolicy policy;
  private final FlatPass flat;

  /**
   * A chooser that has seen nothing yet.
   *
   * @param layout what the policy was trained with
   * @throws IllegalArgumentException if the policy takes or gives another number of numbers
   */
  public FlatChooser(DensePolicy policy, FlatLayout layout) {
    this(policy, new FlatPass(layout));
    if (policy.inputs() != layout.observationSize() || policy.outputs() != layout.actionCount()) {
      throw new IllegalArgumentException(
          "The policy takes "
              + policy.inputs()
              + " numbers and values "
              + policy.outputs()
              + " actions; with "
              + layout.jobSlots()
              + " job slots and "
              + layout.nodeSlots()
              + " node slots there are "
              + layout.observationSize()
              + " and "
              + layout.actionCount()
              + ".");
    }
  }

  private FlatChooser(DensePolicy policy, FlatPass flat) {
    this.policy = policy;
    this.flat = flat;
  }

  @Override
  public int pick(PairPass pass) {
    return choose(pass);
  }

  @Override
  public int place(PairPass pass) {
    return choose(pass);
  }

  private int choose(PairPass pass) {
    float[] observation = flat.look(pass);
    return flat.item(pass, policy.choose(observation, flat.mask(pass)));
  }

  @Override
  public PairChooser copy() {
    return new FlatChooser(policy, flat.copy());
  }
}
