package org.edgetwin.agents.train;

import java.util.List;
import org.edgetwin.agents.net.Decision;
import org.jspecify.annotations.Nullable;

/**
 * One episode.
 *
 * @param arrivals equal for episodes that met the same arrivals; they serve as one another's
 *     baseline
 * @param steps in order of time, at least one
 * @param endTime when the episode ended, seconds of simulated time
 * @param cutAt what the orderer saw when the episode was cut off; null if it came to its end
 */
public record Trajectory(
    long arrivals, List<Step> steps, double endTime, @Nullable Decision cutAt) {
  public Trajectory {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("A trajectory without steps.");
    }
  }

  /**
   * The discounted rewards from each step on.
   *
   * @param afterCut what is expected after a cut; 0 if the episode came to its end
   */
  double[] returns(double afterCut) {
    double[] returns = new double[steps.size()];
    double after = afterCut;
    for (int i = steps.size() - 1; i >= 0; i--) {
      after = steps.get(i).reward() + steps.get(i).discount() * after;
      returns[i] = after;
    }
    return returns;
  }
}
