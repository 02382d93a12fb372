package org.edgetwin.sim.policies.slurm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.ScoreTerm;

/**
 * Queued jobs, highest priority first, then order of submission. Priorities are worked out when a
 * job comes and again every period.
 */
final class PendingJobs {
  private record Entry(double priority, int job, PriorityWeights.Priority parts)
      implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int byPriority = Double.compare(other.priority, priority);
      return byPriority != 0 ? byPriority : Integer.compare(job, other.job);
    }
  }

  private final PriorityWeights weights;
  private final double periodSeconds;
  private final FairShare fairShare;
  private final TreeSet<Entry> order = new TreeSet<>();

  /** For look-up only, never walked. */
  private final Map<Integer, Entry> entryByJob = new HashMap<>();

  private Map<String, Double> factorByUser = Map.of();
  private double nextPeriod;
  private int topPriority;

  PendingJobs(PriorityWeights weights, double periodSeconds, FairShare fairShare) {
    this.weights = weights;
    this.periodSeconds = periodSeconds;
    this.fairShare = fairShare;
  }

  void add(JobView job, ClusterView view) {
    topPriority = Math.max(topPriority, job.terms().priority());
    if (!factorByUser.containsKey(job.terms().user())) {
      fairShare.seen(job.terms().user(), view.now());
      factorByUser = fairShare.factors(view.now());
    }
    put(job, view);
  }

  private void put(JobView job, ClusterView view) {
    PriorityWeights.Priority parts =
        weights.of(
            view.now() - job.submitTime(),
            (double) job.gpus() / Math.max(1, view.capacityGpus()),
            factorByUser.get(job.terms().user()),
            job.terms().priority(),
            topPriority);
    Entry entry = new Entry(parts.sum(), job.id(), parts);
    order.add(entry);
    entryByJob.put(job.id(), entry);
  }

  /** What the priority of a job is made of, as it was worked out last; empty if it is not here. */
  List<ScoreTerm> terms(int job) {
    Entry entry = entryByJob.get(job);
    if (entry == null) {
      return List.of();
    }
    PriorityWeights.Priority parts = entry.parts();
    return List.of(
        new ScoreTerm(ScoreTerm.TURN, "priority, largest first", entry.priority()),
        new ScoreTerm(ScoreTerm.TURN, "of that, age", parts.age()),
        new ScoreTerm(ScoreTerm.TURN, "of that, size", parts.size()),
        new ScoreTerm(ScoreTerm.TURN, "of that, fair share", parts.fairShare()),
        new ScoreTerm(ScoreTerm.TURN, "of that, quality of service", parts.qos()));
  }

  /** Does nothing if the job is not here. */
  void remove(int job) {
    Entry entry = entryByJob.remove(job);
    if (entry != null) {
      order.remove(entry);
    }
  }

  /** Works priorities out again if the period is over. */
  void refresh(ClusterView view) {
    if (view.now() < nextPeriod) {
      return;
    }
    nextPeriod = (Math.floor(view.now() / periodSeconds) + 1) * periodSeconds;
    factorByUser = fairShare.factors(view.now());
    List<Entry> before = new ArrayList<>(order);
    order.clear();
    before.forEach(entry -> put(view.job(entry.job()), view));
  }

  boolean isEmpty() {
    return order.isEmpty();
  }

  /** The job of the highest priority. */
  int first() {
    return order.first().job();
  }

  /** The first jobs in order, at most so many. */
  List<Integer> first(int most) {
    return order.stream().limit(most).map(Entry::job).toList();
  }

  PendingJobs copy(FairShare copiedShares) {
    PendingJobs copy = new PendingJobs(weights, periodSeconds, copiedShares);
    copy.order.addAll(order);
    copy.entryByJob.putAll(entryByJob);
    // Never changed once made.
    copy.factorByUser = factorByUser;
    copy.nextPeriod = nextPeriod;
    copy.topPriority = topPriority;
    return copy;
  }
}
