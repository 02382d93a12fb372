package org.edgetwin.scenarios.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A distribution of times. */
@Choice(
    doc = "A distribution of times. A plain time is always that time.",
    plainValue = TimeLaw.Constant.class)
public sealed interface TimeLaw
    permits TimeLaw.Constant,
        TimeLaw.Exponential,
        TimeLaw.Uniform,
        TimeLaw.LogNormal,
        TimeLaw.Weibull,
        TimeLaw.Pareto,
        TimeLaw.HyperExponential,
        TimeLaw.Values,
        TimeLaw.Fit {
  /** Always the same. */
  @Option(value = "constant", doc = "Always the same.")
  record Constant(
      @Key(doc = "The time.", unit = Unit.TIME, max = 1e12, example = "20 min") double valueSeconds)
      implements TimeLaw {}

  /** Exponential. */
  @Option(value = "exponential", doc = "Exponential: no memory.")
  record Exponential(
      @Key(doc = "Mean.", unit = Unit.TIME, max = 1e12, example = "2 h") double meanSeconds)
      implements TimeLaw {
    public Exponential {
      Bounds.positive("mean", meanSeconds);
    }
  }

  /** Uniform. */
  @Option(value = "uniform", doc = "Uniform between two times.")
  record Uniform(
      @Key(doc = "Shortest.", unit = Unit.TIME, max = 1e12, example = "10 min") double lowSeconds,
      @Key(doc = "Longest.", unit = Unit.TIME, max = 1e12, example = "2 h") double highSeconds)
      implements TimeLaw {
    public Uniform {
      Bounds.check(
          lowSeconds <= highSeconds, "The low end is above the high end. Maybe swap them.");
    }
  }

  /** Log-normal. */
  @Option(value = "lognormal", doc = "Log-normal: the logarithm is normal.")
  record LogNormal(
      @Key(doc = "Median.", unit = Unit.TIME, max = 1e12, example = "25 min") double medianSeconds,
      @Key(doc = "Standard deviation of the logarithm.", max = 10, example = "1.5") double sigma)
      implements TimeLaw {
    public LogNormal {
      Bounds.positive("median", medianSeconds);
    }
  }

  /** Weibull. */
  @Option(value = "weibull", doc = "Weibull; with a shape below 1, what has lasted will last.")
  record Weibull(
      @Key(doc = "Shape.", min = 0.05, max = 100, example = "0.7") double shape,
      @Key(doc = "Scale: 63 % are shorter.", unit = Unit.TIME, max = 1e12, example = "12 h")
          double scaleSeconds)
      implements TimeLaw {
    public Weibull {
      Bounds.positive("scale", scaleSeconds);
    }
  }

  /** Pareto. */
  @Option(value = "pareto", doc = "Pareto: a power-law tail, cut at the maximum if there is one.")
  record Pareto(
      @Key(doc = "Exponent of the tail.", min = 0.05, max = 100, example = "1.5") double shape,
      @Key(doc = "Shortest.", unit = Unit.TIME, max = 1e12, example = "5 min")
          double minimumSeconds,
      @Key(doc = "Longest. Left out: no bound.", preset = Key.NONE, unit = Unit.TIME, max = 1e12)
          @Nullable Double maximumSeconds)
      implements TimeLaw {
    public Pareto {
      Bounds.positive("minimum", minimumSeconds);
      Bounds.check(
          maximumSeconds == null || maximumSeconds > minimumSeconds,
          "The maximum is not above the minimum. Maybe swap them.");
    }
  }

  /** Hyperexponential. */
  @Option(value = "hyperexponential", doc = "One exponential or another.")
  record HyperExponential(
      @Key(doc = "Share of the first.", unit = Unit.SHARE, max = 1, example = "90 %")
          double firstShare,
      @Key(doc = "Mean of the first.", unit = Unit.TIME, max = 1e12, example = "10 min")
          double firstMeanSeconds,
      @Key(doc = "Mean of the second.", unit = Unit.TIME, max = 1e12, example = "8 h")
          double secondMeanSeconds)
      implements TimeLaw {
    public HyperExponential {
      Bounds.positive("first_mean", firstMeanSeconds);
      Bounds.positive("second_mean", secondMeanSeconds);
    }
  }

  /** Observed values. */
  @Option(value = "values", doc = "One of the listed times, each as likely as the other.")
  record Values(
      @Key(doc = "The times.", unit = Unit.TIME, max = 1e12, example = "[5 min, 5 min, 3 h]")
          List<Double> valuesSeconds)
      implements TimeLaw {
    public Values {
      Bounds.check(!valuesSeconds.isEmpty(), "There are no values.");
    }
  }

  /** Fitted to a trace. */
  @Option(value = "fit", doc = "One of the durations of a trace, each as likely as the other.")
  record Fit(@Key(doc = "The trace.", example = "{builtin: philly}") TraceSource trace)
      implements TimeLaw {}
}
