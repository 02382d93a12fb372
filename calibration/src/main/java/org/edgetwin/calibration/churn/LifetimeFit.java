package org.edgetwin.calibration.churn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.edgetwin.gpu.reliability.Lifetime;

/**
 * Maximum likelihood for lifetimes that are known up to an interval: each life adds
 *
 * <pre>  ln( S(aliveFor) - S(deadBy) ),  S(infinity) = 0</pre>
 *
 * so a life that had not ended adds the logarithm of the survival up to where it was last seen, and
 * nothing is taken for the exact time of a death that was only found later [kalbfleisch2002].
 *
 * @param logLikelihood natural logarithm
 */
record LifetimeFit(Family family, Lifetime law, double logLikelihood) {
  private static final int MAX_EVALUATIONS = 20_000;
  private static final double TOLERANCE = 1e-10;
  private static final double SIMPLEX_SIDE = 0.5;
  private static final double LEAST_PROBABILITY = 1e-300;

  /** The laws that are compared. */
  enum Family {
    EXPONENTIAL {
      @Override
      Lifetime law(double[] logs) {
        return new Lifetime.Exponential(Math.exp(logs[0]));
      }
    },
    WEIBULL {
      @Override
      Lifetime law(double[] logs) {
        return new Lifetime.Weibull(Math.exp(logs[1]), Math.exp(logs[0]));
      }
    },
    LOG_NORMAL {
      @Override
      Lifetime law(double[] logs) {
        return new Lifetime.LogNormal(Math.exp(logs[0]), Math.exp(logs[1]));
      }
    };

    /**
     * The law with these parameters.
     *
     * @param logs logarithms of scale and shape; exponential lifetimes have no shape
     */
    abstract Lifetime law(double[] logs);

    private int parameters() {
      return this == EXPONENTIAL ? 1 : 2;
    }
  }

  /** The likeliest law of a family. */
  static LifetimeFit of(Family family, List<ObservedLife> lives) {
    double meanSeen = lives.stream().mapToDouble(ObservedLife::aliveFor).average().orElseThrow();
    double[] start = Arrays.copyOf(new double[] {Math.log(meanSeen), 0}, family.parameters());
    PointValuePair best =
        new SimplexOptimizer(TOLERANCE, TOLERANCE)
            .optimize(
                new ObjectiveFunction(logs -> logLikelihood(family.law(logs), lives)),
                GoalType.MAXIMIZE,
                new InitialGuess(start),
                new NelderMeadSimplex(start.length, SIMPLEX_SIDE),
                new MaxEval(MAX_EVALUATIONS));
    return new LifetimeFit(family, family.law(best.getPoint()), best.getValue());
  }

  /** The likeliest law of all families. */
  static LifetimeFit likeliest(List<ObservedLife> lives) {
    return Arrays.stream(Family.values())
        .map(family -> of(family, lives))
        .max(Comparator.comparingDouble(LifetimeFit::logLikelihood))
        .orElseThrow();
  }

  /** The logarithm of the probability of these lives under a law. */
  static double logLikelihood(Lifetime law, List<ObservedLife> lives) {
    double sum = 0;
    for (ObservedLife life : lives) {
      double end = life.died() ? law.survival(life.deadBy()) : 0;
      sum += Math.log(Math.max(law.survival(life.aliveFor()) - end, LEAST_PROBABILITY));
    }
    return sum;
  }
}
