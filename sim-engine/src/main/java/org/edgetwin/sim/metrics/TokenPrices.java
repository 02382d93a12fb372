package org.edgetwin.sim.metrics;

/**
 * What users pay a service for the tokens of requests that it has answered in full.
 *
 * @param inputUsdPerMillion for a million tokens of prompts
 * @param outputUsdPerMillion for a million tokens of answers
 */
public record TokenPrices(double inputUsdPerMillion, double outputUsdPerMillion) {
  /** Nothing is known of prices. */
  public static final TokenPrices NONE = new TokenPrices(Double.NaN, Double.NaN);

  private static final double MILLION = 1e6;

  /** Whether there are prices. */
  public boolean areKnown() {
    return !Double.isNaN(inputUsdPerMillion);
  }

  /** What a request brings, USD; 0 unless it has ended. */
  double usd(RequestRecord request) {
    return request.isFinished()
        ? (request.promptTokens() * inputUsdPerMillion
                + request.outputTokens() * outputUsdPerMillion)
            / MILLION
        : 0;
  }
}
