package org.edgetwin.scenarios.model;

/** A distribution of numbers of tokens, at least 1. */
@Choice(
    doc = "A distribution of numbers of tokens. A plain number is always that number.",
    plainValue = TokenLaw.Constant.class)
public sealed interface TokenLaw
    permits TokenLaw.Constant, TokenLaw.Uniform, TokenLaw.LogNormal, TokenLaw.Geometric {
  /** Most tokens of a law. */
  double MOST_TOKENS = 1e7;

  /** Always the same. */
  @Option(value = "constant", doc = "Always the same.")
  record Constant(@Key(doc = "The number.", min = 1, max = MOST_TOKENS, example = "200") int value)
      implements TokenLaw {}

  /** Uniform. */
  @Option(value = "uniform", doc = "Uniform between two numbers.")
  record Uniform(
      @Key(doc = "Least.", min = 1, max = MOST_TOKENS, example = "100") int low,
      @Key(doc = "Most.", min = 1, max = MOST_TOKENS, example = "2000") int high)
      implements TokenLaw {
    public Uniform {
      Bounds.check(low <= high, "The low end is above the high end. Maybe swap them.");
    }
  }

  /** Log-normal. */
  @Option(
      value = "lognormal",
      doc = "Log-normal: the logarithm is normal; rounded, cut at the maximum.")
  record LogNormal(
      @Key(doc = "Median.", min = 1, max = MOST_TOKENS, example = "600") double median,
      @Key(doc = "Standard deviation of the logarithm.", max = 10, example = "1.2") double sigma,
      @Key(doc = "Most.", preset = "100000", min = 1, max = MOST_TOKENS) int maximum)
      implements TokenLaw {}

  /** Geometric. */
  @Option(value = "geometric", doc = "1, 2, 3 ... each less likely than the one before.")
  record Geometric(@Key(doc = "Mean.", min = 1, max = MOST_TOKENS, example = "200") double mean)
      implements TokenLaw {}
}
