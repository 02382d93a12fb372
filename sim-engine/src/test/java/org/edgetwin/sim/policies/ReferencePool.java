package org.edgetwin.sim.policies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One pool of equal GPUs with gang jobs, simulated as plainly as can be: the oracle for the fast
 * engine. One instant is all completions, then all arrivals, then one decision pass; a pass happens
 * at arrivals, completions and the instants that the rule itself names. Nothing is kept between
 * passes that can be worked out again.
 */
final class ReferencePool {
  /** A job and what has become of it. All times in seconds. */
  static final class Job {
    final int order;
    final double submit;
    final int gpus;
    final double work;
    final double limit;
    double firstStart = Double.NaN;
    double end = Double.NaN;
    int preemptions;
    boolean rejected;
    int starts;
    boolean running;
    double lastStart;

    /** When the present attempt begins to make progress: after its restart. */
    double progressFrom;

    /** Work done before the present attempt. */
    double doneBefore;

    Job(int order, double submit, int gpus, double work, double limit) {
      this.order = order;
      this.submit = submit;
      this.gpus = gpus;
      this.work = work;
      this.limit = limit;
    }

    double done(double now) {
      return running ? Math.min(work, doneBefore + Math.max(0, now - progressFrom)) : doneBefore;
    }

    double remaining(double now) {
      return work - done(now);
    }

    double endsAt() {
      return progressFrom + (work - doneBefore);
    }

    private void start(double now, double restartSeconds) {
      if (starts == 0) {
        firstStart = now;
      }
      lastStart = now;
      progressFrom = starts == 0 ? now : now + restartSeconds;
      starts++;
      running = true;
    }

    private void preempt(double now) {
      doneBefore = done(now);
      running = false;
      preemptions++;
    }
  }

  /** Who runs. */
  interface Rule {
    /**
     * The jobs that run after a decision pass: those of the running ones that stay, and those that
     * start.
     *
     * @param jobs all jobs in the system, by submission and order in the file
     */
    List<Job> toRun(double now, List<Job> jobs, int capacity);

    /** The next instant after now at which the rule wants a pass although nothing happens. */
    default double nextPass(double now, List<Job> jobs) {
      return Double.POSITIVE_INFINITY;
    }
  }

  private final int capacity;
  private final double restartSeconds;
  private final Rule rule;
  private final List<Job> inSystem = new ArrayList<>();

  ReferencePool(int capacity, double restartSeconds, Rule rule) {
    this.capacity = capacity;
    this.restartSeconds = restartSeconds;
    this.rule = rule;
  }

  /** Runs all jobs, which are in order of submission, to their ends. */
  void run(List<Job> jobs) {
    int next = 0;
    double now = nextInstant(jobs, next, Double.NEGATIVE_INFINITY);
    while (now < Double.POSITIVE_INFINITY) {
      finishAll(now);
      while (next < jobs.size() && jobs.get(next).submit == now) {
        submit(jobs.get(next++));
      }
      decide(now);
      now = nextInstant(jobs, next, now);
    }
  }

  private double nextInstant(List<Job> jobs, int next, double now) {
    double instant = next < jobs.size() ? jobs.get(next).submit : Double.POSITIVE_INFINITY;
    for (Job job : inSystem) {
      if (job.running) {
        instant = Math.min(instant, job.endsAt());
      }
    }
    return Math.min(instant, rule.nextPass(now, inSystem));
  }

  private void finishAll(double now) {
    for (Job job : List.copyOf(inSystem)) {
      if (job.running && job.endsAt() <= now) {
        job.running = false;
        job.end = now;
        inSystem.remove(job);
      }
    }
  }

  private void submit(Job job) {
    if (job.gpus > capacity) {
      job.rejected = true;
      return;
    }
    inSystem.add(job);
    inSystem.sort(Comparator.comparingDouble((Job j) -> j.submit).thenComparingInt(j -> j.order));
  }

  private void decide(double now) {
    List<Job> toRun = rule.toRun(now, List.copyOf(inSystem), capacity);
    for (Job job : inSystem) {
      if (job.running && !toRun.contains(job)) {
        job.preempt(now);
      }
    }
    for (Job job : toRun) {
      if (!job.running) {
        job.start(now, restartSeconds);
      }
    }
    int held = inSystem.stream().filter(job -> job.running).mapToInt(job -> job.gpus).sum();
    if (held > capacity) {
      throw new AssertionError("The rule runs " + held + " of " + capacity + " GPUs.");
    }
  }
}
