package org.edgetwin.agents.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.edgetwin.agents.net.Decision;

/**
 * A step and what is to be learnt from it.
 *
 * @param advantage standardised over all samples
 * @param value what the critic added to the baseline
 * @param target what it should have added
 */
record Sample(Step step, double advantage, double value, double target) {
  /** How many items its orderer chose from. */
  int width() {
    return step.order().decision().itemCount();
  }

  /**
   * The samples of episodes. The value of a state is the {@link ArrivalBaseline} at its time plus
   * what the critic adds.
   *
   * @param critic maps states, as an orderer sees them, to what it adds
   */
  static List<Sample> of(
      List<Trajectory> trajectories, Function<List<Decision>, double[]> critic, double lambda) {
    ArrivalBaseline baseline = new ArrivalBaseline(trajectories);
    List<Decision> states = new ArrayList<>();
    trajectories.forEach(trajectory -> states.addAll(states(trajectory)));
    double[] added = critic.apply(states);
    List<Sample> samples = new ArrayList<>(states.size());
    int at = 0;
    for (int episode = 0; episode < trajectories.size(); episode++) {
      Trajectory trajectory = trajectories.get(episode);
      int index = episode;
      int next = at + states(trajectory).size();
      double[] own = Arrays.copyOfRange(added, at, next);
      samples.addAll(estimate(trajectory, time -> baseline.at(index, time), own, lambda));
      at = next;
    }
    return standardise(samples);
  }

  private static List<Decision> states(Trajectory trajectory) {
    List<Decision> states = new ArrayList<>();
    trajectory.steps().forEach(step -> states.add(step.order().decision()));
    if (trajectory.cutAt() != null) {
      states.add(trajectory.cutAt());
    }
    return states;
  }

  private static List<Sample> estimate(
      Trajectory trajectory, DoubleUnaryOperator baseline, double[] added, double lambda) {
    List<Step> steps = trajectory.steps();
    int n = steps.size();
    double[] rewards = steps.stream().mapToDouble(Step::reward).toArray();
    double[] discounts = steps.stream().mapToDouble(Step::discount).toArray();
    double[] values = new double[n + 1];
    for (int t = 0; t < n; t++) {
      values[t] = added[t] + baseline.applyAsDouble(steps.get(t).time());
    }
    if (trajectory.cutAt() != null) {
      values[n] = added[n] + baseline.applyAsDouble(trajectory.endTime());
    }
    double[] advantages = Advantages.of(rewards, discounts, values, lambdas(trajectory, lambda));
    List<Sample> samples = new ArrayList<>(n);
    for (int t = 0; t < n; t++) {
      samples.add(new Sample(steps.get(t), advantages[t], added[t], advantages[t] + added[t]));
    }
    return samples;
  }

  /** Steps at one moment are one decision of many parts, so only the last of them decays. */
  private static double[] lambdas(Trajectory trajectory, double lambda) {
    List<Step> steps = trajectory.steps();
    double[] lambdas = new double[steps.size()];
    for (int t = 0; t < lambdas.length; t++) {
      double next = t + 1 < lambdas.length ? steps.get(t + 1).time() : trajectory.endTime();
      lambdas[t] = next > steps.get(t).time() ? lambda : 1;
    }
    return lambdas;
  }

  private static List<Sample> standardise(List<Sample> samples) {
    double[] advantages = samples.stream().mapToDouble(Sample::advantage).toArray();
    Advantages.standardise(advantages);
    List<Sample> standardised = new ArrayList<>(samples.size());
    for (int i = 0; i < advantages.length; i++) {
      Sample s = samples.get(i);
      standardised.add(new Sample(s.step, advantages[i], s.value, s.target));
    }
    return standardised;
  }

  /** {@code 1 - var(target - value) / var(target)}; NaN if the targets are all equal. */
  static double explainedVariance(List<Sample> samples) {
    double[] targets = samples.stream().mapToDouble(Sample::target).toArray();
    double[] rests = samples.stream().mapToDouble(s -> s.target - s.value).toArray();
    double variance = Advantages.variance(targets);
    return variance == 0 ? Double.NaN : 1 - Advantages.variance(rests) / variance;
  }
}
