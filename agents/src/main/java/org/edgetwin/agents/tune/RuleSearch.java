package org.edgetwin.agents.tune;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.edgetwin.agents.pair.LinearRule;
import umontreal.ssj.rng.RandomStream;

/**
 * Looks for a better linear rule with CMA-ES [hansen2016]: all candidates of a generation meet the
 * same episodes, the next generation meets others, and what is found is the mean of the search
 * distribution's means over the last quarter of the generations, which is steadier than the best
 * candidate.
 *
 * <p>Deterministic for the same episodes and random numbers, on any number of threads. A search
 * that was stopped goes on from its evaluations so far.
 */
public final class RuleSearch {
  /**
   * How to search.
   *
   * @param generations how many
   * @param population candidates in each
   * @param episodes met by each candidate
   * @param spread standard deviation of the first generation, in the parameters' units
   */
  public record Settings(int generations, int population, int episodes, double spread) {}

  /** A candidate's cost on some episodes. */
  @FunctionalInterface
  public interface Cost {
    /**
     * The mean cost, lower is better.
     *
     * @param first index of the first episode
     * @param count how many
     */
    double of(LinearRule rule, long first, int count);
  }

  private final Settings settings;
  private final double[] units;
  private final Cost cost;
  private final RandomStream stream;

  /**
   * A search.
   *
   * @param units of {@link LinearRule#parameters}: steps of one unit matter about as much in each;
   *     a parameter whose unit is 0 stays
   * @param stream named; what it gives decides the search
   */
  public RuleSearch(Settings settings, double[] units, Cost cost, RandomStream stream) {
    this.settings = settings;
    this.units = units.clone();
    this.cost = cost;
    this.stream = stream;
  }

  /**
   * Searches from a rule.
   *
   * @param known costs of the evaluations of the same search that was stopped, in order; may be
   *     empty
   * @param listener hears the cost of each new evaluation
   */
  public LinearRule from(LinearRule start, List<Double> known, Consumer<Double> listener) {
    int[] free = IntStream.range(0, units.length).filter(i -> units[i] > 0).toArray();
    double[] all = start.parameters();
    double[] guess = new double[free.length];
    for (int i = 0; i < free.length; i++) {
      guess[i] = all[free[i]] / units[free[i]];
    }
    double[] spread = new double[guess.length];
    Arrays.fill(spread, settings.spread());
    CMAESOptimizer optimizer =
        new CMAESOptimizer(
            settings.generations(), 0, true, 0, 0, new StreamGenerator(stream), true, null);
    int[] evaluations = new int[1];
    // The optimiser begins with the guess itself.
    int most = 1 + settings.generations() * settings.population();
    optimizer.optimize(
        new MaxEval(most),
        GoalType.MINIMIZE,
        new ObjectiveFunction(
            point -> {
              int evaluation = evaluations[0]++;
              if (evaluation < known.size()) {
                return known.get(evaluation);
              }
              long generation = Math.max(0, evaluation - 1) / settings.population();
              double value =
                  cost.of(
                      rule(all, free, point),
                      generation * settings.episodes(),
                      settings.episodes());
              listener.accept(value);
              return value;
            }),
        new InitialGuess(guess),
        SimpleBounds.unbounded(guess.length),
        new CMAESOptimizer.Sigma(spread),
        new CMAESOptimizer.PopulationSize(settings.population()));
    return rule(all, free, meanOfLastQuarter(optimizer.getStatisticsMeanHistory(), guess));
  }

  private LinearRule rule(double[] start, int[] free, double[] values) {
    double[] all = start.clone();
    for (int i = 0; i < free.length; i++) {
      all[free[i]] = values[i] * units[free[i]];
    }
    return LinearRule.of(all);
  }

  private static double[] meanOfLastQuarter(List<RealMatrix> means, double[] guess) {
    double[] mean = new double[guess.length];
    int from = means.size() - Math.max(1, means.size() / 4);
    for (RealMatrix point : means.subList(from, means.size())) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += point.getEntry(0, i) / (means.size() - from);
      }
    }
    return mean;
  }
}
