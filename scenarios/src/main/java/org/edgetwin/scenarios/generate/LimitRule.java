package org.edgetwin.scenarios.generate;

import java.util.List;
import org.edgetwin.scenarios.model.Limits;
import org.edgetwin.sim.distribution.Distributions.LogNormal;
import umontreal.ssj.rng.RandomStream;

/** Gives jobs the limits that their users ask for. */
final class LimitRule {
  private final Limits limits;

  LimitRule(Limits limits) {
    this.limits = limits;
  }

  boolean enforced() {
    return (limits instanceof Limits.Realistic realistic && realistic.enforced())
        || (limits instanceof Limits.Column column && column.enforced());
  }

  /**
   * The limit of a job, seconds; positive infinity for none.
   *
   * @param durationSeconds how long it will run, undisturbed
   * @param recordedSeconds limit in its trace, or positive infinity
   */
  double limitSeconds(double durationSeconds, double recordedSeconds, RandomStream stream) {
    if (limits instanceof Limits.Exact) {
      return durationSeconds;
    }
    if (limits instanceof Limits.Column) {
      return recordedSeconds;
    }
    if (limits instanceof Limits.Realistic realistic) {
      double wanted = durationSeconds * new LogNormal(1, realistic.sigma()).sample(stream);
      return roundedUp(wanted, realistic.stepsSeconds());
    }
    return Double.POSITIVE_INFINITY;
  }

  private static double roundedUp(double seconds, List<Double> steps) {
    for (double step : steps) {
      if (seconds <= step) {
        return step;
      }
    }
    double last = steps.get(steps.size() - 1);
    return Math.ceil(seconds / last) * last;
  }
}
