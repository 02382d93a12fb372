package org.edgetwin.sim.policies.sharing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.ClusterView;

/**
 * Speeds as read off the progress of running jobs, alone and in pairs. What is learned of a job
 * holds for its workload class with the same gang in the same node group.
 */
final class ObservedSpeeds {
  private static final int MICRO = 1_000_000;
  private final double least;
  private final Map<Kind, Double> aloneByKind = new HashMap<>();
  private final Set<Set<Kind>> badPairs = new HashSet<>();
  private Map<Integer, Sight> sightByJob = new HashMap<>();

  /** What runs alike. */
  private record Kind(String workload, int group, int gpus) {
    static Kind of(JobView job, int group) {
      return new Kind(job.workload().id(), group, job.gpus());
    }
  }

  /**
   * A look at a running job.
   *
   * @param moving whether it had done some work in this attempt by then: its restart is over
   * @param speed work per second between two looks; NaN if not known yet
   */
  private record Sight(
      double time, double service, double start, int partner, boolean moving, double speed) {
    boolean isOf(JobView job, int nowPartner) {
      return start == job.lastStartTime() && partner == nowPartner;
    }
  }

  /**
   * Nothing seen yet.
   *
   * @param least shortest time over which a speed is measured, seconds
   */
  ObservedSpeeds(double least) {
    this.least = least;
  }

  ObservedSpeeds copy() {
    ObservedSpeeds copy = new ObservedSpeeds(least);
    copy.aloneByKind.putAll(aloneByKind);
    copy.badPairs.addAll(badPairs);
    copy.sightByJob.putAll(sightByJob);
    return copy;
  }

  /** Looks at all running jobs. */
  void look(ClusterView view) {
    Map<Integer, Sight> sights = new HashMap<>();
    view.forEachRunning(id -> sights.put(id, sight(view.job(id), view)));
    sightByJob = sights;
  }

  private Sight sight(JobView job, ClusterView view) {
    int partner = Pairs.mayPair(job) ? Pairs.partner(job, view) : Pairs.NOBODY;
    double service = view.attainedService(job);
    Sight last = sightByJob.get(job.id());
    if (last == null || !last.isOf(job, partner)) {
      return new Sight(view.now(), service, job.lastStartTime(), partner, false, Double.NaN);
    }
    double seconds = view.now() - last.time();
    if (seconds < least) {
      return last;
    }
    double speed = last.speed();
    if (last.moving() && service > last.service()) {
      speed = (service - last.service()) / seconds;
      if (partner == Pairs.NOBODY) {
        aloneByKind.put(Kind.of(job, job.nodeGroup()), speed);
      }
    }
    return new Sight(view.now(), service, last.start(), partner, service > last.service(), speed);
  }

  /** Whether it has been seen how fast such a job runs alone in a group. */
  boolean knowsAlone(JobView job, int group) {
    return aloneByKind.containsKey(Kind.of(job, group));
  }

  /**
   * How fast a running job gets on, alone or with its partner.
   *
   * @return GPU-seconds of work per second; NaN if that has not been seen yet
   */
  double now(JobView job) {
    Sight sight = sightByJob.get(job.id());
    return sight.partner() == Pairs.NOBODY
        ? aloneByKind.getOrDefault(Kind.of(job, job.nodeGroup()), Double.NaN)
        : sight.speed();
  }

  /**
   * What a running job keeps beside its partner of its speed alone, to a millionth.
   *
   * @return NaN if that is not known yet
   */
  double kept(JobView job) {
    Sight sight = sightByJob.get(job.id());
    Double alone = aloneByKind.get(Kind.of(job, job.nodeGroup()));
    if (sight == null || sight.partner() == Pairs.NOBODY || alone == null) {
      return Double.NaN;
    }
    return Math.rint(sight.speed() / alone * MICRO) / MICRO;
  }

  /** Remembers that two running jobs do not go well together. */
  void rejectPair(JobView a, JobView b) {
    badPairs.add(Set.copyOf(List.of(kind(a), kind(b))));
  }

  private static Kind kind(JobView running) {
    return Kind.of(running, running.nodeGroup());
  }

  /** Whether a pair like that was rejected before. */
  boolean isRejected(JobView job, JobView running) {
    return badPairs.contains(Set.copyOf(List.of(Kind.of(job, running.nodeGroup()), kind(running))));
  }
}
