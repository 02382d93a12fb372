package org.edgetwin.cli.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.agents.evaluation.CostTable;
import org.edgetwin.agents.evaluation.Strata;
import org.edgetwin.sim.experiment.ExperimentResult;
import org.edgetwin.sim.experiment.RunOutcome;
import org.edgetwin.sim.metrics.Metric;

/** The figures of schedulers in windows, one stratum of windows after the other. */
final class WindowRuns {
  private final Map<String, List<RunOutcome>> runsByScheduler = new LinkedHashMap<>();
  private final List<String> strata = new ArrayList<>();
  private final List<String> windows = new ArrayList<>();

  /** Adds those windows of a stratum that all schedulers have met to their end. */
  void add(String stratum, ExperimentResult result) {
    for (int window = 1; window <= result.plan().replications(); window++) {
      List<RunOutcome> runs = wholeRuns(result, window);
      if (runs.size() == result.schedulers().size()) {
        strata.add(stratum);
        windows.add(Integer.toString(window));
        runs.forEach(
            run ->
                runsByScheduler
                    .computeIfAbsent(run.key().scheduler(), name -> new ArrayList<>())
                    .add(run));
      }
    }
  }

  private static List<RunOutcome> wholeRuns(ExperimentResult result, int window) {
    return result.schedulers().stream()
        .flatMap(scheduler -> scheduler.runs().stream())
        .filter(run -> run.complete() && run.key().replication() == window)
        .toList();
  }

  int count() {
    return windows.size();
  }

  Strata strata() {
    return new Strata(strata);
  }

  String stratum(int window) {
    return strata.get(window);
  }

  /** What a reader may call a window. */
  String name(int window) {
    return windows.get(window);
  }

  /** A row for each of the schedulers. */
  CostTable costs(List<String> schedulers, Metric metric) {
    return new CostTable(
        schedulers.stream()
            .map(
                name ->
                    runsByScheduler.get(name).stream()
                        .mapToDouble(run -> run.metrics().get(metric))
                        .toArray())
            .toArray(double[][]::new));
  }

  /** The mean over windows, for each of the schedulers. */
  double[] means(List<String> schedulers, Metric metric) {
    return schedulers.stream()
        .mapToDouble(
            name ->
                runsByScheduler.get(name).stream()
                    .mapToDouble(run -> run.metrics().get(metric))
                    .average()
                    .orElseThrow())
        .toArray();
  }

  CostTable costs(String scheduler, Metric metric) {
    return costs(List.of(scheduler), metric);
  }
}
