package org.edgetwin.sim.policies;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.EngineNotice;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.OrderingPolicy;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.ScoreTerm;

/**
 * Jobs in the order of a fixed key, without preemption. Strict: the pass stops at the first job
 * that does not fit. Otherwise it skips that job and goes on.
 *
 * <p>Ties: submission, then order in the file. Complexity of a pass: O((starts + misfitting shapes)
 * log n).
 */
public final class KeyedOrdering implements OrderingPolicy {
  static final Set<EngineNotice.Kind> QUEUE_NOTICES =
      EnumSet.of(
          EngineNotice.Kind.JOB_ARRIVED,
          EngineNotice.Kind.JOB_PREEMPTED,
          EngineNotice.Kind.JOB_REQUEUED,
          EngineNotice.Kind.START_DROPPED,
          EngineNotice.Kind.JOB_ENDED);

  private final JobKey key;
  private final String meaning;
  private final Knowledge knowledge;
  private final boolean strict;
  private final ShapeQueues queues;
  private boolean stopped;

  /**
   * Jobs in the order of a key.
   *
   * @param meaning of the key, for people; empty if it tells them nothing
   * @param strict whether a pass stops at the first job that does not fit
   */
  public KeyedOrdering(JobKey key, String meaning, Knowledge knowledge, boolean strict) {
    this(key, meaning, knowledge, strict, new ShapeQueues());
  }

  private KeyedOrdering(
      JobKey key, String meaning, Knowledge knowledge, boolean strict, ShapeQueues queues) {
    this.key = key;
    this.meaning = meaning;
    this.knowledge = knowledge;
    this.strict = strict;
    this.queues = queues;
  }

  @Override
  public Set<EngineNotice.Kind> listensTo() {
    return QUEUE_NOTICES;
  }

  @Override
  public void on(EngineNotice notice, ClusterView view) {
    if (notice instanceof EngineNotice.JobArrived arrived) {
      add(view.job(arrived.job()), view);
    } else if (notice instanceof EngineNotice.JobPreempted preempted) {
      add(view.job(preempted.job()), view);
    } else if (notice instanceof EngineNotice.JobRequeued requeued) {
      add(view.job(requeued.job()), view);
    } else if (notice instanceof EngineNotice.StartDropped dropped) {
      add(view.job(dropped.job()), view);
    } else if (notice instanceof EngineNotice.JobEnded ended) {
      JobView job = view.job(ended.job());
      if (ended.wasQueued()) {
        queues.remove(job.shape(), ended.job());
      }
      key.ended(job, view, ended.wasQueued());
    }
  }

  private void add(JobView job, ClusterView view) {
    queues.add(job.shape(), key.of(job, view), job.id());
  }

  @Override
  public void begin(ClusterView view) {
    queues.beginPass();
    stopped = false;
  }

  @Override
  public int next() {
    return stopped || queues.isEmpty() ? NONE : queues.firstId();
  }

  @Override
  public void outcome(int job, Outcome outcome, Placement placement) {
    switch (outcome) {
      case PLACED -> queues.removeFirst();
      case WAITS, VETOED -> queues.setFirstAside();
      case MISFIT -> {
        stopped = strict;
        if (!strict) {
          queues.excludeFirstShape();
        }
      }
      default -> throw new AssertionError(outcome);
    }
  }

  @Override
  public List<ScoreTerm> terms(JobView job, ClusterView view) {
    return meaning.isEmpty()
        ? List.of()
        : List.of(new ScoreTerm(ScoreTerm.TURN, meaning + ", smallest first", key.of(job, view)));
  }

  @Override
  public Knowledge knowledge() {
    return knowledge;
  }

  @Override
  public OrderingPolicy copy() {
    KeyedOrdering copy = new KeyedOrdering(key.copy(), meaning, knowledge, strict, queues.copy());
    copy.stopped = stopped;
    return copy;
  }
}
