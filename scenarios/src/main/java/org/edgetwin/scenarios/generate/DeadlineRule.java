package org.edgetwin.scenarios.generate;

import org.edgetwin.scenarios.model.Deadlines;
import org.edgetwin.sim.distribution.Distribution;
import org.edgetwin.sim.distribution.Distributions;
import umontreal.ssj.rng.RandomStream;

/** Gives jobs their deadlines. */
final class DeadlineRule {
  private final Deadlines deadlines;
  private final Distribution law;

  DeadlineRule(Deadlines deadlines, Laws laws) {
    this.deadlines = deadlines;
    law = law(deadlines, laws);
  }

  private static Distribution law(Deadlines deadlines, Laws laws) {
    if (deadlines instanceof Deadlines.Slack slack) {
      return new Distributions.Uniform(slack.low(), slack.high());
    }
    return deadlines instanceof Deadlines.After after
        ? laws.of(after.time())
        : new Distributions.Constant(0);
  }

  /**
   * The deadline of a job, seconds since the start of the run; positive infinity for none.
   *
   * @param recordedTime deadline in its trace, or positive infinity
   */
  double deadlineTime(
      double submitTime, double durationSeconds, double recordedTime, RandomStream stream) {
    if (deadlines instanceof Deadlines.Slack) {
      return submitTime + durationSeconds * law.sample(stream);
    }
    if (deadlines instanceof Deadlines.After) {
      return submitTime + law.sample(stream);
    }
    return deadlines instanceof Deadlines.Column ? recordedTime : Double.POSITIVE_INFINITY;
  }
}
