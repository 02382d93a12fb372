package org.edgetwin.gpu.reliability;

import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;
import org.edgetwin.gpu.table.Require;

/**
 * The law of a lifetime, seconds. Every law is drawn by inversion: {@link #quantile} of one
 * uniform. Immutable and thread-safe; all methods are O(1) and allocate nothing.
 */
public sealed interface Lifetime {
  /** The probability of lasting longer than this; 1 below 0. */
  double survival(double seconds);

  /**
   * The time that is outlived with probability {@code 1 - probability}.
   *
   * @param probability in [0, 1)
   */
  double quantile(double probability);

  /**
   * The mean of the lifetime cut at a limit: the integral of {@link #survival} from 0 to there.
   *
   * @param seconds not negative; may be infinite
   */
  double meanUpTo(double seconds);

  /** The mean; positive infinity if it does not exist. */
  default double mean() {
    return meanUpTo(Double.POSITIVE_INFINITY);
  }

  /**
   * The quantile of what is left of a life that is met at a random time, as one meets a fleet that
   * has run for long: its distribution function is {@code meanUpTo(t) / mean()}.
   *
   * @param probability in [0, 1)
   */
  default double residualQuantile(double probability) {
    double target = probability * mean();
    double high = mean();
    while (meanUpTo(high) < target) {
      high *= 2;
    }
    double low = 0;
    while (high - low > 1e-12 * high) {
      double middle = (low + high) / 2;
      if (meanUpTo(middle) < target) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** A node that has lasted is as good as new: hazard 1 / mean at any age. */
  record Exponential(double mean) implements Lifetime {
    public Exponential {
      Require.positive("mean", mean);
    }

    @Override
    public double survival(double seconds) {
      return Math.exp(-Math.max(seconds, 0) / mean);
    }

    @Override
    public double quantile(double probability) {
      return -mean * Math.log1p(-probability);
    }

    @Override
    public double meanUpTo(double seconds) {
      return -mean * Math.expm1(-seconds / mean);
    }
  }

  /** Always the same. */
  record Constant(double value) implements Lifetime {
    public Constant {
      Require.positive("value", value);
    }

    @Override
    public double survival(double seconds) {
      return seconds < value ? 1 : 0;
    }

    @Override
    public double quantile(double probability) {
      return value;
    }

    @Override
    public double meanUpTo(double seconds) {
      return Math.min(seconds, value);
    }
  }

  /** Evenly spread between two times. */
  record Uniform(double low, double high) implements Lifetime {
    public Uniform {
      Require.notNegative("low", low);
      Require.positive("range from low to high", high - low);
    }

    @Override
    public double survival(double seconds) {
      return Math.min(Math.max((high - seconds) / (high - low), 0), 1);
    }

    @Override
    public double quantile(double probability) {
      return low + probability * (high - low);
    }

    @Override
    public double meanUpTo(double seconds) {
      double sure = Math.min(seconds, low);
      double beyond = Math.min(Math.max(seconds - low, 0), high - low);
      return sure + beyond - beyond * beyond / (2 * (high - low));
    }
  }

  /** Hazard that falls with age for a shape below 1 and rises above. */
  record Weibull(double shape, double scale) implements Lifetime {
    public Weibull {
      Require.positive("shape", shape);
      Require.positive("scale", scale);
    }

    @Override
    public double survival(double seconds) {
      return Math.exp(-Math.pow(Math.max(seconds, 0) / scale, shape));
    }

    @Override
    public double quantile(double probability) {
      return scale * Math.pow(-Math.log1p(-probability), 1 / shape);
    }

    @Override
    public double meanUpTo(double seconds) {
      double whole = scale * Gamma.gamma(1 + 1 / shape);
      if (seconds == Double.POSITIVE_INFINITY) {
        return whole;
      }
      return whole * Gamma.regularizedGammaP(1 + 1 / shape, Math.pow(seconds / scale, shape))
          + seconds * survival(seconds);
    }
  }

  /** The logarithm is normal with mean ln {@code median} and standard deviation {@code sigma}. */
  record LogNormal(double median, double sigma) implements Lifetime {
    public LogNormal {
      Require.positive("median", median);
      Require.positive("sigma", sigma);
    }

    @Override
    public double survival(double seconds) {
      return seconds <= 0 ? 1 : normal(-Math.log(seconds / median) / sigma);
    }

    @Override
    public double quantile(double probability) {
      return median * Math.exp(-sigma * Math.sqrt(2) * Erf.erfcInv(2 * probability));
    }

    @Override
    public double meanUpTo(double seconds) {
      double whole = median * Math.exp(sigma * sigma / 2);
      if (seconds == Double.POSITIVE_INFINITY || seconds == 0) {
        return seconds == 0 ? 0 : whole;
      }
      return whole * normal(Math.log(seconds / median) / sigma - sigma)
          + seconds * survival(seconds);
    }

    private static double normal(double z) {
      return 0.5 * Erf.erfc(-z / Math.sqrt(2));
    }
  }

  /**
   * Some die at once: with probability {@code share} before {@code withinSeconds}, evenly spread;
   * who lasts longer goes on as {@code body} says, counted from there.
   *
   * @param share in [0, 1)
   */
  record EarlyDeath(double share, double withinSeconds, Lifetime body) implements Lifetime {
    public EarlyDeath {
      Require.within("share", share, 0, Math.nextDown(1));
      Require.positive("withinSeconds", withinSeconds);
    }

    @Override
    public double survival(double seconds) {
      return seconds < withinSeconds
          ? 1 - share * Math.max(seconds, 0) / withinSeconds
          : (1 - share) * body.survival(seconds - withinSeconds);
    }

    @Override
    public double quantile(double probability) {
      return probability < share
          ? withinSeconds * probability / share
          : withinSeconds + body.quantile((probability - share) / (1 - share));
    }

    @Override
    public double meanUpTo(double seconds) {
      double early = Math.min(seconds, withinSeconds);
      return early
          - share * early * early / (2 * withinSeconds)
          + (1 - share) * body.meanUpTo(Math.max(seconds - withinSeconds, 0));
    }
  }

  /** Nothing lasts longer than {@code capSeconds}: who has lasted until then is ended. */
  record Capped(Lifetime law, double capSeconds) implements Lifetime {
    public Capped {
      Require.positive("capSeconds", capSeconds);
    }

    @Override
    public double survival(double seconds) {
      return seconds < capSeconds ? law.survival(seconds) : 0;
    }

    @Override
    public double quantile(double probability) {
      return Math.min(law.quantile(probability), capSeconds);
    }

    @Override
    public double meanUpTo(double seconds) {
      return law.meanUpTo(Math.min(seconds, capSeconds));
    }
  }
}
