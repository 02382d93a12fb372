package org.edgetwin.agents.gp;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;

/**
 * The hyper-parameters with the greatest posterior density: the marginal likelihood of what was
 * seen times a log-normal prior around given values, maximised without derivatives (BOBYQA
 * [powell2009]) over their logarithms. Deterministic.
 */
final class HyperparameterFit {
  /** Standard deviation of the logarithm in the prior: a factor of 2 either way. */
  private static final double PRIOR_SPREAD = Math.log(2);

  /** Bounds of the search, in standard deviations of the prior. */
  private static final double REACH = 3;

  private static final double FIRST_RADIUS = 0.5;
  private static final double LAST_RADIUS = 0.02;
  private static final int MOST_EVALUATIONS = 150;

  private final List<MachineHistory> histories;
  private final LevelKernel kernel;
  private final double[] centre;

  private double[] best;
  private double greatest = Double.NEGATIVE_INFINITY;

  private HyperparameterFit(
      List<MachineHistory> histories, LevelKernel kernel, KernelParameters prior) {
    this.histories = histories;
    this.kernel = kernel;
    centre = prior.withBehaviourShare(0).logarithms();
    best = new double[centre.length];
  }

  /**
   * Fits the hyper-parameters, with nothing shared by behaviour.
   *
   * @param histories what was seen of each machine
   * @param kernel how the machines go together
   * @param prior centre of the prior
   * @param start where the search begins
   */
  static KernelParameters fit(
      List<MachineHistory> histories,
      LevelKernel kernel,
      KernelParameters prior,
      KernelParameters start) {
    return new HyperparameterFit(histories, kernel, prior).search(start);
  }

  private KernelParameters search(KernelParameters start) {
    double[] first = new double[centre.length];
    double[] bound = new double[centre.length];
    Arrays.fill(bound, REACH);
    double[] logs = start.withBehaviourShare(0).logarithms();
    for (int i = 0; i < first.length; i++) {
      first[i] = Math.max(-REACH, Math.min(REACH, (logs[i] - centre[i]) / PRIOR_SPREAD));
    }
    try {
      new BOBYQAOptimizer(2 * centre.length + 1, FIRST_RADIUS, LAST_RADIUS)
          .optimize(
              new MaxEval(MOST_EVALUATIONS),
              GoalType.MAXIMIZE,
              new ObjectiveFunction(this::logPosterior),
              new InitialGuess(first),
              new SimpleBounds(Arrays.stream(bound).map(b -> -b).toArray(), bound));
    } catch (MathIllegalStateException e) {
      // Out of evaluations, or rounding left no room for a step: the best point so far stands.
    }
    return at(best);
  }

  private double logPosterior(double[] point) {
    KernelParameters parameters = at(point);
    List<MachineEvidence> machines =
        histories.stream().map(history -> new MachineEvidence(history, parameters)).toList();
    double value = MarginalLikelihood.logOf(machines, kernel.covariance(parameters));
    for (double x : point) {
      value -= 0.5 * x * x;
    }
    if (value > greatest) {
      greatest = value;
      best = point.clone();
    }
    return value;
  }

  private KernelParameters at(double[] point) {
    double[] logs = new double[point.length];
    for (int i = 0; i < point.length; i++) {
      logs[i] = centre[i] + PRIOR_SPREAD * point[i];
    }
    return KernelParameters.ofLogarithms(logs);
  }
}
