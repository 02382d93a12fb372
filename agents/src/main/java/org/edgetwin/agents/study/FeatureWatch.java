package org.edgetwin.agents.study;

import java.util.Arrays;
import org.edgetwin.agents.net.RunningMoments;
import org.edgetwin.agents.pair.JobFeature;
import org.edgetwin.agents.pair.LinearRule;
import org.edgetwin.agents.pair.PairChooser;
import org.edgetwin.agents.pair.PairFeature;
import org.edgetwin.agents.pair.PairPass;

/** Chooses as the rule does, and sees how much the features vary in an episode. */
final class FeatureWatch implements PairChooser {
  private final RunningMoments jobs = new RunningMoments(JobFeature.COUNT);
  private final RunningMoments pairs = new RunningMoments(PairFeature.COUNT);

  @Override
  public int pick(PairPass pass) {
    jobs.update(Arrays.copyOf(pass.jobFeatures(), pass.jobCount() * JobFeature.COUNT));
    return PairChooser.RULE.pick(pass);
  }

  @Override
  public int place(PairPass pass) {
    for (int column = 0; column < pass.nodeCount(); column++) {
      if (pass.placeLegal()[column]) {
        int at = column * PairFeature.COUNT;
        pairs.update(Arrays.copyOfRange(pass.pairFeatures(), at, at + PairFeature.COUNT));
      }
    }
    return PairChooser.RULE.place(pass);
  }

  /**
   * The standard deviation of what a parameter of {@link LinearRule#parameters} weighs; 0 if it
   * never varied. Hold and stay are worth what they are: 1.
   */
  double deviation(int parameter) {
    if (parameter >= JobFeature.COUNT + PairFeature.COUNT) {
      return 1;
    }
    return LinearRule.isOfOrder(parameter)
        ? jobs.deviation(parameter)
        : pairs.deviation(parameter - JobFeature.COUNT);
  }

  /** The same: there is one story to watch. */
  @Override
  public PairChooser copy() {
    return this;
  }
}
