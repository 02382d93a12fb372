package org.edgetwin.agents.train;

import java.util.ArrayList;
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

  /** The same episode as the orderer knows it: without places. */
  Trajectory ofOrderer() {
    return new Trajectory(
        arrivals,
        steps.stream()
            .map(
                s ->
                    new Step(
                        s.order(), List.of(), s.decision(), s.time(), s.reward(), s.discount()))
            .toList(),
        endTime,
        cutAt);
  }

  /**
   * The same episode as the placer knows it: each place is a step, in the orderer's part. What is
   * earned before the first is not its doing. Null if it never chose; an episode that was cut off
   * ends for it with its last choice.
   */
  @Nullable Trajectory ofPlacer() {
    List<Step> own = new ArrayList<>();
    for (Step step : steps) {
      for (Act place : step.places()) {
        own.add(new Step(place, List.of(), step.decision(), step.time(), 0, 1));
      }
      if (!own.isEmpty()) {
        Step last = own.remove(own.size() - 1);
        own.add(
            new Step(
                last.order(),
                List.of(),
                last.decision(),
                last.time(),
                last.reward() + last.discount() * step.reward(),
                last.discount() * step.discount()));
      }
    }
    return own.isEmpty() ? null : new Trajectory(arrivals, own, endTime, null);
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
