package org.edgetwin.sim.policies;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.EngineNotice;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.OrderingPolicy;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.ScoreTerm;

/**
 * EASY backfilling [mualem2001]: jobs start in order of submission; when the head does not fit,
 * later jobs may start if they do not delay it beyond its shadow time, the earliest instant at
 * which it fits if every running job ends when it is expected to.
 *
 * <p>All jobs that end at the shadow time count; a job that has outrun its limit is expected to end
 * now, so until it does, nobody passes the head but in GPUs it leaves over. A job may be backfilled
 * if it ends by the shadow time, or if it leaves room for the head there; in a pool that is a
 * number of extra GPUs, elsewhere it is tried out on the plan.
 *
 * <p>Complexity of a pass in a pool: O(jobs that must end for the head + shapes log n for each
 * start).
 */
final class EasyBackfill implements OrderingPolicy {
  private static final Set<EngineNotice.Kind> NOTICES =
      EnumSet.of(
          EngineNotice.Kind.JOB_ARRIVED,
          EngineNotice.Kind.JOB_STARTED,
          EngineNotice.Kind.JOB_PREEMPTED,
          EngineNotice.Kind.JOB_REQUEUED,
          EngineNotice.Kind.START_DROPPED,
          EngineNotice.Kind.JOB_ENDED);

  private final Knowledge knowledge;
  private final BackfillQueue queue;
  private final ExpectedEnds running;
  private ClusterView view;

  /** The head that does not fit, or -1 while heads still start. */
  private int blockedHead;

  private double shadowTime;
  private int extraGpus;

  EasyBackfill(DurationKnowledge durations) {
    this(Knowledge.of(durations), new BackfillQueue(), new ExpectedEnds());
  }

  private EasyBackfill(Knowledge knowledge, BackfillQueue queue, ExpectedEnds running) {
    this.knowledge = knowledge;
    this.queue = queue;
    this.running = running;
  }

  @Override
  public Set<EngineNotice.Kind> listensTo() {
    return NOTICES;
  }

  @Override
  public void on(EngineNotice notice, ClusterView clusterView) {
    if (notice instanceof EngineNotice.JobArrived arrived) {
      enqueue(arrived.job(), clusterView);
    } else if (notice instanceof EngineNotice.JobStarted started) {
      JobView job = clusterView.job(started.job());
      running.remove(job.id());
      running.add(job.id(), clusterView.predictedEnd(job), job.gpus());
    } else if (notice instanceof EngineNotice.JobPreempted preempted) {
      running.remove(preempted.job());
      enqueue(preempted.job(), clusterView);
    } else if (notice instanceof EngineNotice.JobRequeued requeued) {
      running.remove(requeued.job());
      enqueue(requeued.job(), clusterView);
    } else if (notice instanceof EngineNotice.StartDropped dropped) {
      running.remove(dropped.job());
      enqueue(dropped.job(), clusterView);
    } else if (notice instanceof EngineNotice.JobEnded ended) {
      if (ended.wasQueued()) {
        queue.remove(clusterView.job(ended.job()));
      } else {
        running.remove(ended.job());
      }
    }
  }

  private void enqueue(int id, ClusterView clusterView) {
    JobView job = clusterView.job(id);
    queue.add(job, shortestDuration(job, clusterView));
  }

  /**
   * The predicted duration on the fastest group: exact in a pool, a bound elsewhere; 0 if the
   * prices of all groups are above the job's cap now.
   */
  private static double shortestDuration(JobView job, ClusterView clusterView) {
    double shortest = Double.POSITIVE_INFINITY;
    boolean affordable = false;
    for (int i = 0; i < clusterView.groupCount(); i++) {
      NodeGroupView group = clusterView.group(i);
      if (clusterView.plan().accepts(job, group.index())) {
        affordable = true;
        boolean manyNodes = job.gpus() > group.maxGpusPerNode();
        shortest = Math.min(shortest, clusterView.predictedDuration(job, group, manyNodes));
      }
    }
    return affordable ? shortest : 0;
  }

  @Override
  public void begin(ClusterView clusterView) {
    view = clusterView;
    blockedHead = NONE;
    queue.beginPass();
  }

  @Override
  public int next() {
    if (blockedHead == NONE) {
      return queue.first();
    }
    int extra = view.isPool() ? extraGpus : Integer.MAX_VALUE;
    return queue.firstThatMayPass(view.freeGpus(), view.now(), shadowTime, extra);
  }

  @Override
  public boolean approves(int id, Placement placement) {
    if (blockedHead == NONE || view.isPool() || expectedEnd(id, placement) <= shadowTime) {
      return true;
    }
    int mark = view.plan().mark();
    view.plan().take(view.job(id), placement);
    for (ExpectedEnds.Entry entry : running) {
      if (entry.end() > shadowTime) {
        break;
      }
      view.plan().release(view.job(entry.job()));
    }
    boolean headStillFits = view.plan().fits(view.job(blockedHead));
    view.plan().undo(mark);
    return headStillFits;
  }

  private double expectedEnd(int id, Placement placement) {
    int node = placement.slices().get(0).node();
    int groupIndex = view.fleet().node(node).group();
    NodeGroupView group = view.fleet().group(groupIndex);
    return view.now() + view.predictedDuration(view.job(id), group, placement.slices().size() > 1);
  }

  @Override
  public void outcome(int id, Outcome outcome, Placement placement) {
    JobView job = view.job(id);
    switch (outcome) {
      case PLACED -> {
        double end = expectedEnd(id, placement);
        if (blockedHead != NONE && end > shadowTime) {
          extraGpus -= job.gpus();
        }
        queue.remove(job);
        running.add(id, end, job.gpus());
      }
      case WAITS -> queue.setAside(job);
      case VETOED -> queue.restrictOrSetAside(job);
      case MISFIT -> {
        queue.exclude(job.shape());
        if (blockedHead == NONE) {
          blockedHead = id;
          computeShadow(job);
        }
      }
      default -> throw new AssertionError(outcome);
    }
  }

  /**
   * The earliest instant at which the head fits if everybody ends as expected, and what it leaves
   * there.
   */
  private void computeShadow(JobView head) {
    int mark = view.plan().mark();
    boolean pool = view.isPool();
    int free = view.freeGpus();
    double time = Double.NEGATIVE_INFINITY;
    shadowTime = Double.POSITIVE_INFINITY;
    for (ExpectedEnds.Entry entry : running) {
      double end = Math.max(view.now(), entry.end());
      // All jobs that end at one instant count together.
      if (end > time
          && time >= view.now()
          && (pool ? free >= head.gpus() : view.plan().fits(head))) {
        shadowTime = time;
        break;
      }
      time = end;
      free += entry.gpus();
      if (!pool) {
        view.plan().release(view.job(entry.job()));
      }
    }
    if (shadowTime == Double.POSITIVE_INFINITY
        && time >= view.now()
        && (pool ? free >= head.gpus() : view.plan().fits(head))) {
      shadowTime = time;
    }
    extraGpus = free - head.gpus();
    view.plan().undo(mark);
  }

  /** When the head is expected to fit, and by then the job's own end. */
  @Override
  public List<ScoreTerm> terms(JobView job, ClusterView clusterView) {
    begin(clusterView);
    List<ScoreTerm> terms = new ArrayList<>();
    terms.add(ScoreTerm.submission(job));
    JobView head = view.job(queue.first());
    if (view.plan().fits(head)) {
      return terms;
    }
    computeShadow(head);
    terms.add(
        new ScoreTerm(
            ScoreTerm.TURN,
            "the head of the queue, " + head.name() + ", fits in so many seconds",
            shadowTime - view.now()));
    if (head.id() != job.id()) {
      terms.add(
          new ScoreTerm(
              ScoreTerm.TURN,
              "its own duration at least, seconds: longer ones must leave room for the head",
              shortestDuration(job, view)));
    }
    return terms;
  }

  @Override
  public Knowledge knowledge() {
    return knowledge;
  }

  @Override
  public OrderingPolicy copy() {
    return new EasyBackfill(knowledge, queue.copy(), running.copy());
  }
}
