package org.edgetwin.scenarios.generate;

import java.util.List;
import org.edgetwin.scenarios.model.TraceWindows;
import org.edgetwin.scenarios.trace.TraceJob;

/** Cuts windows out of a trace and gives them a load. Time starts at the first job of a window. */
final class TraceWindow {
  private TraceWindow() {}

  /** Number of windows that a trace of so many jobs has; at least 1. */
  static int count(TraceWindows plan, int jobs) {
    return Math.max(1, (last(plan, jobs) - first(plan, jobs)) / plan.jobs());
  }

  private static int first(TraceWindows plan, int jobs) {
    return (int) Math.round(plan.from() * jobs);
  }

  private static int last(TraceWindows plan, int jobs) {
    return (int) Math.round(plan.to() * jobs);
  }

  /** The jobs of the window of a replication; fewer than wanted if the trace has not as many. */
  static List<TraceJob> cut(List<TraceJob> jobs, TraceWindows plan, int replication) {
    int begin =
        first(plan, jobs.size()) + (replication - 1) % count(plan, jobs.size()) * plan.jobs();
    int end = Math.min(begin + plan.jobs(), last(plan, jobs.size()));
    double start = begin < end ? jobs.get(begin).submitTime() : 0;
    return jobs.subList(begin, end).stream()
        .map(job -> job.at(job.name(), job.submitTime() - start))
        .toList();
  }

  /**
   * The same jobs with the times between them scaled.
   *
   * @param capacity GPU-seconds of work that the fleet does in a second
   */
  static List<TraceJob> loaded(List<TraceJob> jobs, double load, double capacity) {
    double span = jobs.isEmpty() ? 0 : jobs.get(jobs.size() - 1).submitTime();
    if (span == 0) {
      return jobs;
    }
    double wanted = jobs.stream().mapToDouble(TraceJob::gpuSeconds).sum() / (load * capacity);
    return jobs.stream()
        .map(job -> job.at(job.name(), job.submitTime() * (wanted / span)))
        .toList();
  }
}
