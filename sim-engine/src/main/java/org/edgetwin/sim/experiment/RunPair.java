package org.edgetwin.sim.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.edgetwin.sim.metrics.Metric;

/**
 * Two schedulers on the replications that both have completed.
 *
 * @param a first scheduler
 * @param b second scheduler
 * @param runsOfA its runs, one for each common replication
 * @param runsOfB its runs, in the same order
 */
record RunPair(String a, String b, List<RunOutcome> runsOfA, List<RunOutcome> runsOfB) {

  static RunPair of(SchedulerResult a, SchedulerResult b) {
    Map<Integer, RunOutcome> ofBByReplication = new HashMap<>();
    for (RunOutcome run : b.completeRuns()) {
      ofBByReplication.put(run.key().replication(), run);
    }
    List<RunOutcome> runsOfA = new ArrayList<>();
    List<RunOutcome> runsOfB = new ArrayList<>();
    for (RunOutcome run : a.completeRuns()) {
      RunOutcome counterpart = ofBByReplication.get(run.key().replication());
      if (counterpart != null) {
        runsOfA.add(run);
        runsOfB.add(counterpart);
      }
    }
    return new RunPair(a.name(), b.name(), runsOfA, runsOfB);
  }

  /** a - b in each replication. */
  Sample differences(Metric metric) {
    double[] differences = new double[runsOfA.size()];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = runsOfA.get(i).metrics().get(metric) - runsOfB.get(i).metrics().get(metric);
    }
    return new Sample(differences);
  }

  /**
   * How many times the variance of the difference would be larger with independent random numbers;
   * NaN if undefined.
   */
  double varianceRatio(Metric metric) {
    double independent =
        Sample.of(runsOfA, metric).variance() + Sample.of(runsOfB, metric).variance();
    double paired = differences(metric).variance();
    return paired == 0 ? Double.NaN : independent / paired;
  }

  /** Share of its jobs that a finished, minus that of b. */
  double finishedShareDifference() {
    return finishedShare(runsOfA) - finishedShare(runsOfB);
  }

  private static double finishedShare(List<RunOutcome> runs) {
    return sum(runs, run -> run.metrics().get(Metric.JOBS_FINISHED))
        / sum(runs, run -> run.metrics().get(Metric.JOBS_SUBMITTED));
  }

  private static double sum(List<RunOutcome> runs, ToDoubleFunction<RunOutcome> figure) {
    return runs.stream().mapToDouble(figure).sum();
  }
}
