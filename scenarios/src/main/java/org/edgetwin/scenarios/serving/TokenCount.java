package org.edgetwin.scenarios.serving;

import org.edgetwin.scenarios.model.TokenLaw;
import org.edgetwin.sim.distribution.Distributions;
import umontreal.ssj.rng.RandomStream;

/** Draws numbers of tokens. */
final class TokenCount {
  private TokenCount() {}

  /** A draw; takes one number from the stream, whatever the law. */
  static int draw(TokenLaw law, RandomStream stream) {
    if (law instanceof TokenLaw.LogNormal logNormal) {
      double value =
          new Distributions.LogNormal(logNormal.median(), logNormal.sigma()).sample(stream);
      return (int) Math.max(1, Math.min(logNormal.maximum(), Math.round(value)));
    }
    double uniform = stream.nextDouble();
    if (law instanceof TokenLaw.Uniform between) {
      return between.low() + (int) (uniform * (between.high() - between.low() + 1));
    }
    if (law instanceof TokenLaw.Geometric geometric) {
      double failure = Math.log1p(-1 / geometric.mean());
      return geometric.mean() == 1
          ? 1
          : (int) Math.min(TokenLaw.MOST_TOKENS, 1 + Math.floor(Math.log1p(-uniform) / failure));
    }
    return ((TokenLaw.Constant) law).value();
  }
}
