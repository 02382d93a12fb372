package org.edgetwin.scenarios.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.edgetwin.scenarios.model.TraceFilter;

/**
 * The jobs of a trace in order of submission; jobs of one instant keep the order of the file. The
 * first one is submitted at 0.
 *
 * @param jobs at least one
 * @param originSeconds local wall clock at time 0, seconds since 1970-01-01 00:00; if the trace
 *     does not tell, a Monday at midnight
 */
public record Trace(List<TraceJob> jobs, double originSeconds) {
  /** A Monday at midnight: the origin of traces without a calendar. */
  public static final double UNKNOWN_ORIGIN = 4 * 86_400;

  public Trace {
    jobs = List.copyOf(jobs);
    if (jobs.isEmpty()) {
      throw new IllegalArgumentException("A trace needs a job.");
    }
  }

  /** Sorts jobs and lets time start at the first one. */
  static Trace of(List<TraceJob> unsorted, double originSeconds) {
    List<TraceJob> sorted = new ArrayList<>(unsorted);
    sorted.sort(Comparator.comparingDouble(TraceJob::submitTime)); // a stable sort
    double first = sorted.get(0).submitTime();
    if (first != 0) {
      sorted.replaceAll(job -> job.at(job.name(), job.submitTime() - first));
    }
    return new Trace(sorted, originSeconds + first);
  }

  /** The jobs that pass; time starts again at the first of them. May have none. */
  List<TraceJob> filtered(TraceFilter filter) {
    double from = filter.fromSeconds() == null ? 0 : filter.fromSeconds();
    double until = filter.untilSeconds() == null ? Double.POSITIVE_INFINITY : filter.untilSeconds();
    Stream<TraceJob> passing =
        jobs.stream()
            .filter(job -> job.submitTime() >= from && job.submitTime() < until)
            .filter(job -> job.gpus() >= filter.minGpus() && job.gpus() <= filter.maxGpus())
            .filter(
                job ->
                    filter.virtualClusters().isEmpty()
                        || filter.virtualClusters().contains(String.valueOf(job.virtualCluster())));
    return passing.limit(filter.maxJobs()).toList();
  }

  /** The same jobs with the times between submissions multiplied by a factor. */
  Trace stretched(double factor) {
    return factor == 1
        ? this
        : new Trace(
            jobs.stream().map(job -> job.at(job.name(), job.submitTime() * factor)).toList(),
            originSeconds);
  }

  /** Seconds from the first to the last submission. */
  public double spanSeconds() {
    return jobs.get(jobs.size() - 1).submitTime();
  }
}
