package org.edgetwin.sim.policies;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.EngineNotice;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.OrderingPolicy;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.ScoreTerm;

/**
 * WFP3 [tang2009]: largest {@code (wait / limit)^3 x gang} first; jobs that do not fit are skipped.
 * A job without a limit has score 0 and comes in order of submission after all others.
 *
 * <p>The order changes with time; a {@link KineticQueue} for each shape keeps it without sorting.
 */
final class Wfp3 implements OrderingPolicy {
  /** Limits below this count as this, seconds, so that the score stays finite. */
  private static final double SHORTEST_LIMIT = 1e-3;

  private record Aside(int shape, int id) {}

  private final DurationKnowledge durations;
  private final List<KineticQueue> queueByShape = new ArrayList<>();
  private final BitSet excluded = new BitSet();
  private final List<Aside> asideList = new ArrayList<>();
  private ClusterView view;

  Wfp3(DurationKnowledge durations) {
    this.durations = durations;
  }

  @Override
  public Set<EngineNotice.Kind> listensTo() {
    return KeyedOrdering.QUEUE_NOTICES;
  }

  @Override
  public void on(EngineNotice notice, ClusterView clusterView) {
    if (notice instanceof EngineNotice.JobArrived arrived) {
      add(clusterView.job(arrived.job()), clusterView);
    } else if (notice instanceof EngineNotice.JobPreempted preempted) {
      add(clusterView.job(preempted.job()), clusterView);
    } else if (notice instanceof EngineNotice.JobRequeued requeued) {
      add(clusterView.job(requeued.job()), clusterView);
    } else if (notice instanceof EngineNotice.StartDropped dropped) {
      add(clusterView.job(dropped.job()), clusterView);
    } else if (notice instanceof EngineNotice.JobEnded ended && ended.wasQueued()) {
      restore(clusterView);
      queueByShape.get(clusterView.job(ended.job()).shape()).remove(ended.job(), clusterView.now());
    }
  }

  private void add(JobView job, ClusterView clusterView) {
    while (queueByShape.size() <= job.shape()) {
      queueByShape.add(new KineticQueue());
    }
    double limit = Math.max(SHORTEST_LIMIT, clusterView.predictedWork(job));
    queueByShape.get(job.shape()).add(job.id(), job.submitTime(), limit, clusterView.now());
  }

  private void restore(ClusterView clusterView) {
    for (Aside aside : asideList) {
      add(clusterView.job(aside.id()), clusterView);
    }
    asideList.clear();
  }

  @Override
  public void begin(ClusterView clusterView) {
    view = clusterView;
    excluded.clear();
    restore(clusterView);
  }

  @Override
  public int next() {
    if (view.freeGpus() == 0 && view.isPool()) {
      return NONE;
    }
    int best = NONE;
    double bestScore = Double.NEGATIVE_INFINITY;
    double now = view.now();
    for (int shape = 0; shape < queueByShape.size(); shape++) {
      KineticQueue queue = queueByShape.get(shape);
      if (queue.isEmpty() || excluded.get(shape)) {
        continue;
      }
      int id = queue.first(now);
      double score = Math.pow(queue.firstRelativeWait(now), 3) * view.job(id).gpus();
      if (score > bestScore || (score == bestScore && id < best)) {
        best = id;
        bestScore = score;
      }
    }
    return best;
  }

  @Override
  public void outcome(int id, Outcome outcome, Placement placement) {
    int shape = view.job(id).shape();
    switch (outcome) {
      case PLACED -> queueByShape.get(shape).removeFirst(view.now());
      case WAITS, VETOED -> {
        queueByShape.get(shape).removeFirst(view.now());
        asideList.add(new Aside(shape, id));
      }
      case MISFIT -> excluded.set(shape);
      default -> throw new AssertionError(outcome);
    }
  }

  @Override
  public List<ScoreTerm> terms(JobView job, ClusterView clusterView) {
    double limit = Math.max(SHORTEST_LIMIT, clusterView.predictedWork(job));
    double wait = clusterView.now() - job.submitTime();
    return List.of(
        new ScoreTerm(
            ScoreTerm.TURN,
            "(wait / predicted time)^3 x GPUs, largest first",
            Math.pow(wait / limit, 3) * job.gpus()),
        new ScoreTerm(ScoreTerm.TURN, "wait, seconds", wait),
        new ScoreTerm(ScoreTerm.TURN, "predicted time, seconds", limit));
  }

  @Override
  public Knowledge knowledge() {
    return Knowledge.of(durations);
  }

  @Override
  public OrderingPolicy copy() {
    Wfp3 copy = new Wfp3(durations);
    queueByShape.forEach(queue -> copy.queueByShape.add(queue.copy()));
    copy.asideList.addAll(asideList);
    return copy;
  }
}
