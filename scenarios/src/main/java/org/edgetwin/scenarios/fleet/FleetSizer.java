package org.edgetwin.scenarios.fleet;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.trace.Trace;
import org.edgetwin.scenarios.trace.TraceJob;

/**
 * How many GPUs each virtual cluster of a trace needs for a wanted load: max(largest gang,
 * round(work / (load x arrival span))), at least one. A virtual cluster whose jobs come at one
 * instant gets its largest gang. With very few jobs the span says little, and the formula is
 * followed all the same.
 */
public final class FleetSizer {
  /** A trace of mixed-up units must not exhaust memory. */
  private static final int MOST_GPUS = 1_000_000;

  private static final class Totals {
    double firstSubmit = Double.POSITIVE_INFINITY;
    double lastSubmit = Double.NEGATIVE_INFINITY;
    double gpuSeconds;
    int largestGang = 1;

    void add(TraceJob job) {
      firstSubmit = Math.min(firstSubmit, job.submitTime());
      lastSubmit = Math.max(lastSubmit, job.submitTime());
      gpuSeconds += job.gpuSeconds();
      largestGang = Math.max(largestGang, job.gpus());
    }
  }

  private final Map<String, Totals> totalsByCluster = new TreeMap<>();
  private final double load;

  /**
   * @param virtualClusterOf name of the virtual cluster that a job is charged to
   * @param load wanted load, positive
   */
  public FleetSizer(Trace trace, Function<TraceJob, String> virtualClusterOf, double load) {
    this.load = load;
    for (TraceJob job : trace.jobs()) {
      String cluster = virtualClusterOf.apply(job);
      totalsByCluster.computeIfAbsent(cluster, name -> new Totals()).add(job);
    }
  }

  /** Virtual clusters that have jobs, in order of name. */
  public List<String> virtualClusters() {
    return List.copyOf(totalsByCluster.keySet());
  }

  /** GPUs of a virtual cluster; 0 if it has no jobs. */
  public int gpus(String virtualCluster) {
    Totals totals = totalsByCluster.get(virtualCluster);
    if (totals == null) {
      return 0;
    }
    double span = totals.lastSubmit - totals.firstSubmit;
    double wanted = span > 0 ? Math.rint(totals.gpuSeconds / (load * span)) : 0;
    if (wanted > MOST_GPUS) {
      String message = "The fleet of this virtual cluster would have more than a million GPUs.";
      throw new BadInputException(
          Issue.inScenario(
              "fleet.size_from",
              virtualCluster,
              message,
              "Maybe check the units of the trace, or raise load."));
    }
    return (int) Math.max(totals.largestGang, wanted);
  }
}
