package org.edgetwin.sim.policies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.edgetwin.sim.policies.ReferencePool.Job;
import org.edgetwin.sim.policies.ReferencePool.Rule;

/** The pool schedulers, each as its definition reads. */
final class ReferenceRules {
  /** A job's key at an instant, smaller first. */
  private interface Key extends ToDoubleBiFunction<Job, Double> {}

  static final Key SUBMISSION = (job, now) -> 0;
  static final Key TIME = Job::remaining;
  static final Key SERVICE = (job, now) -> job.remaining(now) * job.gpus;

  private ReferenceRules() {}

  /** Queued jobs in order of a key; stops at the first that does not fit, or skips it. */
  static Rule queueInOrder(Key key, boolean strict) {
    return (now, jobs, capacity) -> {
      List<Job> run = running(jobs);
      for (Job job : sorted(queued(jobs), key, now)) {
        if (job.gpus <= capacity - held(run)) {
          run.add(job);
        } else if (strict) {
          break;
        }
      }
      return run;
    };
  }

  /** All jobs in order of a key; runs what fits. */
  static Rule allInOrder(Key key) {
    return (now, jobs, capacity) -> {
      List<Job> run = new ArrayList<>();
      for (Job job : sorted(jobs, key, now)) {
        if (job.gpus <= capacity - held(run)) {
          run.add(job);
        }
      }
      return run;
    };
  }

  /** Queues by attained service; a pass at each instant at which a job reaches a threshold. */
  static final class LeastAttainedService implements Rule {
    private static final double SERVICE_TOLERANCE = 1e-7;
    private final double[] thresholds;
    private final Rule rule = allInOrder((job, now) -> level(job, now));

    LeastAttainedService(double... thresholds) {
      this.thresholds = thresholds;
    }

    private double level(Job job, double now) {
      // At the instant of reaching a threshold, the rounded clock may leave a job short of it.
      double service = job.gpus * (job.done(now) + 2 * Math.ulp(now));
      int level = 0;
      for (double threshold : thresholds) {
        level += service >= threshold - SERVICE_TOLERANCE ? 1 : 0;
      }
      return level;
    }

    @Override
    public List<Job> toRun(double now, List<Job> jobs, int capacity) {
      return rule.toRun(now, jobs, capacity);
    }

    @Override
    public double nextPass(double now, List<Job> jobs) {
      double next = Double.POSITIVE_INFINITY;
      for (Job job : running(jobs)) {
        int level = (int) level(job, now);
        if (level < thresholds.length) {
          next = Math.min(next, job.progressFrom + thresholds[level] / job.gpus - job.doneBefore);
        }
      }
      return next;
    }
  }

  /** EASY; a job that has outrun its limit is expected to end now. */
  static Rule easy() {
    return (now, jobs, capacity) -> {
      List<Job> run = running(jobs);
      List<Job> waiting = queued(jobs);
      while (!waiting.isEmpty() && waiting.get(0).gpus <= capacity - held(run)) {
        Job head = waiting.remove(0);
        run.add(head);
      }
      if (!waiting.isEmpty()) {
        Job head = waiting.remove(0);
        double shadow = shadow(now, run, head, capacity);
        int extra = capacity - heldAfter(run, shadow, now) - head.gpus;
        for (Job job : waiting) {
          boolean endsInTime = now + job.limit <= shadow;
          if (job.gpus <= capacity - held(run) && (endsInTime || job.gpus <= extra)) {
            run.add(job);
            extra -= endsInTime ? 0 : job.gpus;
          }
        }
      }
      return run;
    };
  }

  private static double expectedEnd(Job job, double now) {
    return job.running ? Math.max(now, job.lastStart + job.limit) : now + job.limit;
  }

  /** GPUs still held when all that end by an instant have ended. */
  private static int heldAfter(List<Job> run, double instant, double now) {
    return run.stream()
        .filter(job -> expectedEnd(job, now) > instant)
        .mapToInt(job -> job.gpus)
        .sum();
  }

  private static double shadow(double now, List<Job> run, Job head, int capacity) {
    return run.stream()
        .mapToDouble(job -> expectedEnd(job, now))
        .sorted()
        .filter(end -> head.gpus <= capacity - heldAfter(run, end, now))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Conservative backfilling with limits that no job outruns: a reservation at arrival; when a job
   * ends early, all who wait look again once, in order of submission, those who have just come
   * last.
   */
  static final class Conservative implements Rule {
    private record Reservation(Job job, double start, double end) {}

    private final List<Reservation> reservations = new ArrayList<>();

    @Override
    public List<Job> toRun(double now, List<Job> jobs, int capacity) {
      if (reservations.removeIf(old -> !Double.isNaN(old.job.end) && old.end > now)) {
        for (Job job : queued(jobs)) {
          for (Reservation old : List.copyOf(reservations)) {
            if (old.job == job) {
              reservations.remove(old);
              double start = reserve(now, job, capacity);
              if (start > old.start) {
                throw new AssertionError("a reservation moved later");
              }
            }
          }
        }
      }
      for (Job job : jobs) {
        if (reservations.stream().noneMatch(reservation -> reservation.job == job)) {
          reserve(now, job, capacity);
        }
      }
      reservations.sort(Comparator.comparingInt(reservation -> reservation.job.order));
      List<Job> run = running(jobs);
      for (Reservation reservation : reservations) {
        Job job = reservation.job;
        boolean waits = !job.running && Double.isNaN(job.end);
        if (waits && reservation.start <= now && job.gpus <= capacity - held(run)) {
          run.add(job);
        }
      }
      return run;
    }

    @Override
    public double nextPass(double now, List<Job> jobs) {
      return reservations.stream()
          .mapToDouble(Reservation::start)
          .filter(start -> start > now)
          .min()
          .orElse(Double.POSITIVE_INFINITY);
    }

    private double reserve(double now, Job job, int capacity) {
      double start = earliest(now, job, capacity);
      reservations.add(new Reservation(job, start, start + job.limit));
      return start;
    }

    private double earliest(double now, Job job, int capacity) {
      List<Double> instants = new ArrayList<>(List.of(now));
      reservations.stream().map(Reservation::end).filter(end -> end > now).forEach(instants::add);
      instants.sort(Comparator.naturalOrder());
      for (double start : instants) {
        if (fits(start, start + job.limit, job.gpus, capacity)) {
          return start;
        }
      }
      throw new AssertionError("no room after the last reservation");
    }

    private boolean fits(double start, double end, int gpus, int capacity) {
      if (gpus > capacity - reservedAt(start)) {
        return false;
      }
      return reservations.stream()
          .filter(other -> other.start > start && other.start < end)
          .allMatch(other -> gpus <= capacity - reservedAt(other.start));
    }

    private int reservedAt(double instant) {
      return reservations.stream()
          .filter(reservation -> reservation.start <= instant && instant < reservation.end)
          .mapToInt(reservation -> reservation.job.gpus)
          .sum();
    }
  }

  private static List<Job> running(List<Job> jobs) {
    return new ArrayList<>(jobs.stream().filter(job -> job.running).toList());
  }

  private static List<Job> queued(List<Job> jobs) {
    return new ArrayList<>(jobs.stream().filter(job -> !job.running).toList());
  }

  private static int held(List<Job> run) {
    return run.stream().mapToInt(job -> job.gpus).sum();
  }

  /** By key; the sort is stable, so equal keys stay in order of submission. */
  private static List<Job> sorted(List<Job> jobs, Key key, double now) {
    List<Job> sorted = new ArrayList<>(jobs);
    sorted.sort(Comparator.comparingDouble(job -> key.applyAsDouble(job, now)));
    return sorted;
  }
}
