package org.edgetwin.sim.policies.muri;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.EngineNotice;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.OrderingPolicy;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.ScoreTerm;

/**
 * Tiresias as the testbed of [muri] ran it: queues by the time for which a job has held GPUs (times
 * its gang, restarts included), each a list.
 *
 * <p>A list keeps its order. After a pass those who run come first in it; whoever arrives or sinks
 * joins the end. So in the last queue a job that sinks is behind those that it has just displaced,
 * although it runs and they wait. A job sinks by one queue in a pass. This differs from {@code
 * las}, which counts work done and orders a queue by submission.
 *
 * <p>Complexity of a pass: O(jobs in the system).
 */
final class HeldServiceQueues implements OrderingPolicy {
  private static final Set<EngineNotice.Kind> NOTICES =
      EnumSet.of(
          EngineNotice.Kind.JOB_ARRIVED,
          EngineNotice.Kind.JOB_STARTED,
          EngineNotice.Kind.JOB_PREEMPTED,
          EngineNotice.Kind.JOB_REQUEUED,
          EngineNotice.Kind.JOB_ENDED);

  /** Held time is a sum of differences of clock times, GPU-s. */
  private static final double TOLERANCE = 1e-6;

  private final double[] thresholdArray;
  private List<Member> order = new ArrayList<>();
  private final Map<Integer, Member> memberByJob = new HashMap<>();
  private int position;
  private double wakeAt;
  private ClusterView view;

  /** A job in the system. */
  private static final class Member {
    final int job;
    final int gpus;
    int level;
    double heldSeconds;

    /** Since when it has held GPUs; NaN if it waits. */
    double since = Double.NaN;

    boolean ended;

    Member(int job, int gpus) {
      this.job = job;
      this.gpus = gpus;
    }

    Member(Member other) {
      this(other.job, other.gpus);
      level = other.level;
      heldSeconds = other.heldSeconds;
      since = other.since;
      ended = other.ended;
    }

    boolean runs() {
      return !Double.isNaN(since);
    }

    double service(double now) {
      return gpus * (heldSeconds + (runs() ? now - since : 0));
    }

    void stop(double now) {
      heldSeconds += now - since;
      since = Double.NaN;
    }
  }

  /**
   * Queues with the given borders.
   *
   * @param thresholds ascending, GPU-seconds
   */
  HeldServiceQueues(double... thresholds) {
    thresholdArray = thresholds.clone();
  }

  @Override
  public boolean preemptive() {
    return true;
  }

  @Override
  public Set<EngineNotice.Kind> listensTo() {
    return NOTICES;
  }

  @Override
  public void on(EngineNotice notice, ClusterView clusterView) {
    double now = clusterView.now();
    if (notice instanceof EngineNotice.JobArrived arrived) {
      member(clusterView.job(arrived.job()));
    } else if (notice instanceof EngineNotice.JobStarted started) {
      member(clusterView.job(started.job())).since = now;
    } else if (notice instanceof EngineNotice.JobPreempted preempted) {
      memberByJob.get(preempted.job()).stop(now);
    } else if (notice instanceof EngineNotice.JobRequeued requeued) {
      memberByJob.get(requeued.job()).stop(now);
    } else if (notice instanceof EngineNotice.JobEnded ended) {
      memberByJob.remove(ended.job()).ended = true;
    }
  }

  private Member member(JobView job) {
    Member member = memberByJob.get(job.id());
    if (member == null) {
      member = new Member(job.id(), job.gpus());
      order.add(member);
      memberByJob.put(job.id(), member);
    }
    return member;
  }

  @Override
  public void begin(ClusterView clusterView) {
    view = clusterView;
    order.removeIf(member -> member.ended);
    sortStably(member -> member.runs() ? 0 : 1);
    sink(clusterView.now());
    sortStably(member -> member.level);
    position = 0;
    wakeAt = Double.POSITIVE_INFINITY;
  }

  private void sortStably(ToIntFunction<Member> rank) {
    order.sort(Comparator.comparingInt(rank));
  }

  /** Those who sink together join the end in order of submission. */
  private void sink(double now) {
    List<Member> sinking = new ArrayList<>();
    for (Member member : order) {
      if (member.runs()
          && member.level < thresholdArray.length
          && member.service(now) >= thresholdArray[member.level] - TOLERANCE) {
        sinking.add(member);
      }
    }
    if (sinking.isEmpty()) {
      return;
    }
    for (Member member : sinking) {
      member.level++;
    }
    order.removeAll(Set.copyOf(sinking));
    sinking.sort(Comparator.comparingInt(member -> member.job));
    order.addAll(sinking);
  }

  @Override
  public int next() {
    return position < order.size() ? order.get(position).job : NONE;
  }

  @Override
  public void outcome(int job, Outcome outcome, Placement placement) {
    Member member = order.get(position++);
    if (outcome == Outcome.PLACED && member.gpus > 0 && member.level < thresholdArray.length) {
      double left = thresholdArray[member.level] - member.service(view.now());
      wakeAt = Math.min(wakeAt, view.now() + Math.max(0, left) / member.gpus);
    }
  }

  @Override
  public double wakeAt() {
    return wakeAt;
  }

  @Override
  public List<ScoreTerm> terms(JobView job, ClusterView clusterView) {
    Member member = memberByJob.get(job.id());
    return member == null
        ? List.of()
        : List.of(
            new ScoreTerm(ScoreTerm.TURN, "queue, smallest first", member.level),
            new ScoreTerm(
                ScoreTerm.TURN, "GPU-seconds it has held", member.service(clusterView.now())));
  }

  @Override
  public Knowledge knowledge() {
    return Knowledge.NONE;
  }

  @Override
  public OrderingPolicy copy() {
    HeldServiceQueues copy = new HeldServiceQueues(thresholdArray);
    for (Member member : order) {
      Member twin = new Member(member);
      copy.order.add(twin);
      if (!twin.ended) {
        copy.memberByJob.put(twin.job, twin);
      }
    }
    return copy;
  }
}
