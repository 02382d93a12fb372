package org.edgetwin.agents.gp;

import org.edgetwin.sim.belief.MachineBelief;
import org.edgetwin.sim.belief.Observation;
import org.edgetwin.sim.belief.Prediction;
import org.edgetwin.sim.kernel.Streams;
import umontreal.ssj.rng.RandomStream;

/**
 * How good predictions of held-out observations were.
 *
 * @param logLoss mean negative natural log of the predictive density
 * @param rmse root of the mean squared error of the predicted means
 * @param coverage share of the observations in the central 90 % interval
 * @param count number of held-out observations
 */
record PredictionScore(double logLoss, double rmse, double coverage, int count) {
  /** Quantile of the standard normal law that bounds the central 90 %. */
  private static final double Z_90 = 1.6448536269514722;

  static final PredictionScore NOTHING = new PredictionScore(0, 0, 0, 0);

  /**
   * A fifth of the observations, picked at random, is held out: never learned from, and, if it lies
   * in the second half, predicted at its time from the others before it.
   */
  static PredictionScore of(MachineBelief belief, SyntheticFleet fleet, Streams streams) {
    RandomStream pick = streams.stream("test/held-out");
    double loss = 0;
    double squares = 0;
    int covered = 0;
    int count = 0;
    for (int i = 0; i < fleet.observations().size(); i++) {
      Observation seen = fleet.observations().get(i);
      if (pick.nextDouble() >= 0.2) {
        belief.observe(seen);
      } else if (i >= fleet.observations().size() / 2) {
        Prediction said = belief.predict(seen.machine(), seen.workloadClass(), seen.time());
        double error = seen.logSlowdown() - said.mean();
        loss -= said.logDensity(seen.logSlowdown());
        squares += error * error;
        covered += Math.abs(error) <= Z_90 * said.sd() ? 1 : 0;
        count++;
      }
    }
    return new PredictionScore(
        loss / count, Math.sqrt(squares / count), (double) covered / count, count);
  }

  /** The score over the observations of both. */
  PredictionScore and(PredictionScore other) {
    int all = count + other.count;
    return new PredictionScore(
        (count * logLoss + other.count * other.logLoss) / all,
        Math.sqrt((count * rmse * rmse + other.count * other.rmse * other.rmse) / all),
        (count * coverage + other.count * other.coverage) / all,
        all);
  }
}
