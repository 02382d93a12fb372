package org.edgetwin.reports;

import java.util.Comparator;
import org.edgetwin.sim.metrics.Attempt;

/** Orders of attempts that do not depend on how they were recorded. */
public final class AttemptOrder {
  /** By start, then by end, then by job. */
  public static final Comparator<Attempt> BY_START =
      Comparator.comparingDouble(Attempt::startTime)
          .thenComparingDouble(Attempt::endTime)
          .thenComparingInt(Attempt::job);

  private AttemptOrder() {}
}
