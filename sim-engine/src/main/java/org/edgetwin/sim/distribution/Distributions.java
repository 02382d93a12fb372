package org.edgetwin.sim.distribution;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Gamma;
import umontreal.ssj.rng.RandomStream;

/** The distributions that scenarios and models name, all sampled by inversion of one uniform. */
public final class Distributions {
  private static final NormalDistribution STANDARD_NORMAL = new NormalDistribution(null, 0, 1);

  private Distributions() {}

  /** The quantile of the standard normal distribution. */
  public static double normalQuantile(double probability) {
    return STANDARD_NORMAL.inverseCumulativeProbability(probability);
  }

  /**
   * Always the same value. It still takes one uniform, so that it can stand in for any other
   * distribution.
   */
  public record Constant(double value) implements Distribution {
    public Constant {
      requireNonNegative("value", value);
    }

    @Override
    public double sample(RandomStream stream) {
      stream.nextDouble();
      return value;
    }

    @Override
    public double mean() {
      return value;
    }
  }

  /** Exponential with the given mean. */
  public record Exponential(double mean) implements Distribution {
    public Exponential {
      requirePositive("mean", mean);
    }

    @Override
    public double sample(RandomStream stream) {
      return -mean * Math.log1p(-stream.nextDouble());
    }
  }

  /** Uniform on [low, high]. */
  public record Uniform(double low, double high) implements Distribution {
    public Uniform {
      requireNonNegative("low", low);
      if (!(high >= low)) {
        throw new IllegalArgumentException(
            "The high end (" + high + ") is below the low end (" + low + ").");
      }
    }

    @Override
    public double sample(RandomStream stream) {
      return low + (high - low) * stream.nextDouble();
    }

    @Override
    public double mean() {
      return (low + high) / 2;
    }
  }

  /** Log-normal with the given median and standard deviation of the logarithm. */
  public record LogNormal(double median, double sigma) implements Distribution {
    public LogNormal {
      requirePositive("median", median);
      requireNonNegative("sigma", sigma);
    }

    @Override
    public double sample(RandomStream stream) {
      return median * Math.exp(sigma * normalQuantile(stream.nextDouble()));
    }

    @Override
    public double mean() {
      return median * Math.exp(sigma * sigma / 2);
    }
  }

  /** Weibull; shape below 1 means that what has lasted will last. */
  public record Weibull(double shape, double scale) implements Distribution {
    public Weibull {
      requirePositive("shape", shape);
      requirePositive("scale", scale);
    }

    @Override
    public double sample(RandomStream stream) {
      return scale * Math.pow(-Math.log1p(-stream.nextDouble()), 1 / shape);
    }

    @Override
    public double mean() {
      return scale * Gamma.gamma(1 + 1 / shape);
    }
  }

  /** Pareto on [minimum, maximum]; the maximum may be infinite. */
  public record Pareto(double shape, double minimum, double maximum) implements Distribution {
    public Pareto {
      requirePositive("shape", shape);
      requirePositive("minimum", minimum);
      if (!(maximum > minimum)) {
        throw new IllegalArgumentException(
            "The maximum (" + maximum + ") is not above the minimum (" + minimum + ").");
      }
    }

    @Override
    public double sample(RandomStream stream) {
      double cut = 1 - Math.pow(minimum / maximum, shape);
      return minimum * Math.pow(1 - stream.nextDouble() * cut, -1 / shape);
    }

    @Override
    public double mean() {
      if (maximum == Double.POSITIVE_INFINITY) {
        return shape > 1 ? shape * minimum / (shape - 1) : Double.POSITIVE_INFINITY;
      }
      double cut = 1 - Math.pow(minimum / maximum, shape);
      if (shape == 1) {
        return minimum * Math.log(maximum / minimum) / cut;
      }
      double rest = 1 - Math.pow(minimum / maximum, shape - 1);
      return shape * minimum / (shape - 1) * rest / cut;
    }
  }

  /** With probability p exponential of the first mean, else of the second. Two uniforms a draw. */
  public record HyperExponential(double p, double firstMean, double secondMean)
      implements Distribution {
    public HyperExponential {
      if (!(p >= 0 && p <= 1)) {
        throw new IllegalArgumentException("The probability (" + p + ") is not in 0..1.");
      }
      requirePositive("firstMean", firstMean);
      requirePositive("secondMean", secondMean);
    }

    @Override
    public double sample(RandomStream stream) {
      double mean = stream.nextDouble() < p ? firstMean : secondMean;
      return -mean * Math.log1p(-stream.nextDouble());
    }

    @Override
    public double mean() {
      return p * firstMean + (1 - p) * secondMean;
    }
  }

  /** Draws one of the observed values, each as likely as the other. */
  public static final class Empirical implements Distribution {
    private final double[] sortedValues;

    public Empirical(double[] values) {
      if (values.length == 0) {
        throw new IllegalArgumentException("An empirical distribution needs at least one value.");
      }
      sortedValues = values.clone();
      Arrays.sort(sortedValues);
      requireNonNegative("smallest value", sortedValues[0]);
    }

    @Override
    public double sample(RandomStream stream) {
      return sortedValues[(int) (stream.nextDouble() * sortedValues.length)];
    }

    @Override
    public double mean() {
      return Arrays.stream(sortedValues).average().orElseThrow();
    }
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The " + name + " (" + value + ") is not a positive number.");
    }
  }

  private static void requireNonNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The " + name + " (" + value + ") is negative or not a number.");
    }
  }
}
