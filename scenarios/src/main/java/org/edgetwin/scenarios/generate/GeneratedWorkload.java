package org.edgetwin.scenarios.generate;

import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.model.JobSource;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.workload.Workload;
import org.jspecify.annotations.Nullable;

/** Jobs of an arrival process, made one by one as they are submitted. Not thread-safe. */
final class GeneratedWorkload implements Workload {
  private final JobSource source;
  private final JobRules rules;
  private final ArrivalProcess arrivals;
  private final JobStreams streams;
  private final @Nullable Recurrence recurrence;
  private final DemandPool demands = new DemandPool();
  private final double firstTime;

  /** On the clock of the process, which starts before the first submission. */
  private double nextTime;

  private long number;

  /** Jobs that came before the first submission. */
  private long skipped;

  GeneratedWorkload(JobSource source, ScenarioContext context, Streams streams) {
    this.source = source;
    rules = new JobRules(source, context);
    arrivals = new Arriving(context, streams, source.name()).process(source.arrivals());
    this.streams = JobStreams.of(streams, source.name());
    recurrence = rules.recurrence(streams);
    firstTime = source.firstSeconds();
    nextTime = arrival();
    while (nextTime < firstTime) {
      // Drawn and left out, so that a later part has jobs of its own.
      next();
    }
  }

  private GeneratedWorkload(GeneratedWorkload other) {
    source = other.source;
    rules = other.rules;
    arrivals = other.arrivals.copy();
    streams = other.streams.copy();
    recurrence = other.recurrence == null ? null : other.recurrence.copy();
    firstTime = other.firstTime;
    nextTime = other.nextTime;
    number = other.number;
    skipped = other.skipped;
  }

  private double arrival() {
    if (source.maxJobs() != null && number - skipped >= source.maxJobs()) {
      return Double.POSITIVE_INFINITY;
    }
    if (number >= JobSource.MOST_JOBS) {
      throw new BadInputException(tooMany());
    }
    double time = arrivals.next();
    return isAfter(time, source.untilSeconds()) ? Double.POSITIVE_INFINITY : time;
  }

  private static boolean isAfter(double time, @Nullable Double end) {
    return end != null && time > end;
  }

  private Issue tooMany() {
    String message = "The source submits more than " + JobSource.MOST_JOBS + " jobs.";
    return Issue.inScenario("jobs." + source.name(), "", message, "Maybe set max_jobs.");
  }

  @Override
  public double nextTime() {
    return nextTime - firstTime;
  }

  @Override
  public JobSpec next() {
    double time = Math.max(0, nextTime - firstTime);
    JobSpec job =
        recurrence == null
            ? rules.generated(number++, time, streams, demands)
            : rules.recurring(number++, time, recurrence.next(), streams, demands);
    skipped += nextTime < firstTime ? 1 : 0;
    nextTime = arrival();
    return job;
  }

  @Override
  public GeneratedWorkload copy() {
    return new GeneratedWorkload(this);
  }
}
