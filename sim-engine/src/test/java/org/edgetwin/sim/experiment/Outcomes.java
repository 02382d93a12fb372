package org.edgetwin.sim.experiment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.sim.metrics.Metric;
import org.edgetwin.sim.metrics.MetricValues;
import org.edgetwin.sim.scheduling.Knowledge;

/** Makes results of schedulers out of figures. */
final class Outcomes {
  private Outcomes() {}

  /** A complete run in which all of 1000 jobs finished, with one figure. */
  static RunOutcome run(String scheduler, int replication, Metric metric, double value) {
    return run(scheduler, replication, Map.of(metric, value));
  }

  static RunOutcome run(String scheduler, int replication, Map<Metric, Double> values) {
    Map<Metric, Double> all = new EnumMap<>(Metric.class);
    all.put(Metric.JOBS_SUBMITTED, 1000.0);
    all.put(Metric.JOBS_FINISHED, 1000.0);
    all.putAll(values);
    return new RunOutcome(
        new RunKey(scheduler, replication),
        new MetricValues(all, new MetricValues.Measured(0, 1000, 1000)),
        Map.of(),
        LowerBounds.UNKNOWN,
        null,
        true);
  }

  /** Runs 1 to n with these values of one figure. */
  static SchedulerResult scheduler(String name, Metric metric, double... values) {
    List<RunOutcome> runs = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      runs.add(run(name, i + 1, metric, values[i]));
    }
    return scheduler(name, runs);
  }

  static SchedulerResult scheduler(String name, List<RunOutcome> runs) {
    return new SchedulerResult(
        name,
        Knowledge.NONE,
        new Estimator(new StudentInference(), "one replication").estimates(runs),
        List.of(),
        runs);
  }
}
