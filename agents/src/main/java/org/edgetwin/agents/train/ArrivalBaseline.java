package org.edgetwin.agents.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An input-dependent baseline [mao2019]: how the other episodes with the same arrivals fared from
 * the same time on, beyond what the critic expected of their states. Most of the variance of
 * returns comes from the arrivals and cancels here; what comes from the state in which an episode
 * is by its own earlier choices is the critic's part. An episode is left out of its own baseline,
 * so the baseline does not depend on its actions.
 */
final class ArrivalBaseline {
  /** What one episode earned beyond the critic's word, over time. */
  private static final class Curve {
    private final int episode;
    private final Trajectory trajectory;
    private final double[] rests;

    Curve(int episode, Trajectory trajectory, double[] rests) {
      this.episode = episode;
      this.trajectory = trajectory;
      this.rests = rests;
    }

    /** The rest from a time on, linear between the steps; 0 at and after the end. */
    double at(double time) {
      List<Step> steps = trajectory.steps();
      int low = 0;
      int high = steps.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (steps.get(middle).time() <= time) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      // The steps before `low` are not after the time.
      if (low == 0) {
        return rests[0];
      }
      boolean last = low == steps.size();
      double from = steps.get(low - 1).time();
      double to = last ? trajectory.endTime() : steps.get(low).time();
      double next = last ? 0 : rests[low];
      double share = to > from ? Math.min(1, (time - from) / (to - from)) : 1;
      return rests[low - 1] + share * (next - rests[low - 1]);
    }
  }

  private final List<Trajectory> trajectories;
  private final Map<Long, List<Curve>> groups = new HashMap<>();

  /**
   * @param rests for each trajectory {@code double[steps]}: the return from each step on, less what
   *     the critic says of its state
   */
  ArrivalBaseline(List<Trajectory> trajectories, List<double[]> rests) {
    this.trajectories = trajectories;
    for (int i = 0; i < trajectories.size(); i++) {
      groups
          .computeIfAbsent(trajectories.get(i).arrivals(), key -> new ArrayList<>())
          .add(new Curve(i, trajectories.get(i), rests.get(i)));
    }
  }

  /** The mean rest of the others in an episode's group from a time on; 0 if there are none. */
  double at(int episode, double time) {
    List<Curve> group = groups.getOrDefault(trajectories.get(episode).arrivals(), List.of());
    double sum = 0;
    for (Curve curve : group) {
      sum += curve.episode == episode ? 0 : curve.at(time);
    }
    return group.size() < 2 ? 0 : sum / (group.size() - 1);
  }
}
