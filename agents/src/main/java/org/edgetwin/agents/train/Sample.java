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
 * @param value what the critic said of its state
 * @param target what it should have said: the return
 */
record Sample(Step step, double advantage, double value, double target) {
  /** How many items its orderer chose from. */
  int width() {
    return step.order().decision().itemCount();
  }

  /**
   * The samples of episodes. The value of a state is what the critic says of it, plus the {@link
   * ArrivalBaseline} at its time.
   *
   * @param critic maps states, as an orderer sees them, to expected returns
   */
  static List<Sample> of(
      List<Trajectory> trajectories, Function<List<Decision>, double[]> critic, double lambda) {
    List<Decision> states = new ArrayList<>();
    trajectories.forEach(trajectory -> states.addAll(states(trajectory)));
    double[] all = critic.apply(states);
    List<double[]> said = new ArrayList<>();
    List<double[]> returns = new ArrayList<>();
    List<double[]> rests = new ArrayList<>();
    int at = 0;
    for (Trajectory trajectory : trajectories) {
      int next = at + states(trajectory).size();
      double[] own = Arrays.copyOfRange(all, at, next);
      double[] earned = trajectory.returns(trajectory.cutAt() == null ? 0 : own[own.length - 1]);
      double[] rest = new double[earned.length];
      for (int t = 0; t < rest.length; t++) {
        rest[t] = earned[t] - own[t];
      }
      said.add(own);
      returns.add(earned);
      rests.add(rest);
      at = next;
    }
    ArrivalBaseline baseline = new ArrivalBaseline(trajectories, rests);
    List<Sample> samples = new ArrayList<>(states.size());
    for (int episode = 0; episode < trajectories.size(); episode++) {
      int index = episode;
      samples.addAll(
          estimate(
              trajectories.get(episode),
              time -> baseline.at(index, time),
              said.get(episode),
              returns.get(episode),
              lambda));
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
      Trajectory trajectory,
      DoubleUnaryOperator baseline,
      double[] said,
      double[] returns,
      double lambda) {
    List<Step> steps = trajectory.steps();
    int n = steps.size();
    double[] rewards = steps.stream().mapToDouble(Step::reward).toArray();
    double[] discounts = steps.stream().mapToDouble(Step::discount).toArray();
    double[] values = new double[n + 1];
    for (int t = 0; t < n; t++) {
      values[t] = said[t] + baseline.applyAsDouble(steps.get(t).time());
    }
    if (trajectory.cutAt() != null) {
      values[n] = said[n] + baseline.applyAsDouble(trajectory.endTime());
    }
    double[] advantages = Advantages.of(rewards, discounts, values, lambdas(trajectory, lambda));
    List<Sample> samples = new ArrayList<>(n);
    for (int t = 0; t < n; t++) {
      samples.add(new Sample(steps.get(t), advantages[t], said[t], returns[t]));
    }
    return samples;
  }

  /**
   * The decay counts decisions, not steps: those of one decision are its parts, and steps that were
   * not written down count as those that were.
   */
  private static double[] lambdas(Trajectory trajectory, double lambda) {
    List<Step> steps = trajectory.steps();
    double[] lambdas = new double[steps.size()];
    for (int t = 0; t + 1 < lambdas.length; t++) {
      lambdas[t] =
          Math.pow(lambda, (double) (steps.get(t + 1).decision() - steps.get(t).decision()));
    }
    // What comes after the last step is known, or the critic's word for it is all there is.
    lambdas[lambdas.length - 1] = 1;
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
