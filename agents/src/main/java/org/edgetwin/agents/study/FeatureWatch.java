package org.edgetwin.agents.study;

import org.edgetwin.agents.pair.JobFeature;
import org.edgetwin.agents.pair.LinearRule;
import org.edgetwin.agents.pair.PairChooser;
import org.edgetwin.agents.pair.PairFeature;
import org.edgetwin.agents.pair.PairPass;

/** Chooses as the rule does, and sees which parameters of a rule say anything in an episode. */
final class FeatureWatch implements PairChooser {
  private final boolean[] used = new boolean[LinearRule.PARAMETERS];

  FeatureWatch() {
    // Hold and stay are no features: they are worth something wherever there are nodes.
    used[LinearRule.PARAMETERS - 2] = true;
    used[LinearRule.PARAMETERS - 1] = true;
  }

  @Override
  public int pick(PairPass pass) {
    note(pass.jobFeatures(), pass.jobCount(), JobFeature.COUNT, 0);
    return PairChooser.RULE.pick(pass);
  }

  @Override
  public int place(PairPass pass) {
    note(pass.pairFeatures(), pass.nodeCount(), PairFeature.COUNT, JobFeature.COUNT);
    return PairChooser.RULE.place(pass);
  }

  private void note(float[] rows, int count, int width, int first) {
    for (int i = 0; i < count * width; i++) {
      used[first + i % width] |= rows[i] != 0;
    }
  }

  /** Whether a parameter of {@link LinearRule#parameters} weighed anything but zeros. */
  boolean isUsed(int parameter) {
    return used[parameter];
  }

  /** The same: there is one story to watch. */
  @Override
  public PairChooser copy() {
    return this;
  }
}
