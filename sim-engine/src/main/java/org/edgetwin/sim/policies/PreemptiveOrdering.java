package org.edgetwin.sim.policies;

import java.util.Arrays;
import java.util.BitSet;
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
 * All jobs in the system in the order of a key that stays the same while a job waits and may change
 * while it runs.
 *
 * <p>Ties: submission, then order in the file. Complexity of a pass: O(running jobs) plus O(log n)
 * for each queued job it looks at; running jobs keep nearly the same order from pass to pass, so
 * sorting them again is nearly linear.
 */
public final class PreemptiveOrdering implements OrderingPolicy {
  private static final Set<EngineNotice.Kind> NOTICES =
      EnumSet.of(
          EngineNotice.Kind.JOB_ARRIVED,
          EngineNotice.Kind.JOB_STARTED,
          EngineNotice.Kind.JOB_PREEMPTED,
          EngineNotice.Kind.JOB_REQUEUED,
          EngineNotice.Kind.START_DROPPED,
          EngineNotice.Kind.JOB_ENDED);

  private final ServiceKey key;
  private final String meaning;
  private final Knowledge knowledge;
  private final ShapeQueues queues;
  private int[] runningArray = new int[16];
  private double[] runningKeyArray = new double[16];
  private int runningCount;

  /** Running jobs that a pass has moved: their preemption puts them into the queue for a moment. */
  private final BitSet movedJobs = new BitSet();

  /** Version of the keys with which the waiting jobs stand in the queues. */
  private int queuedVersion;

  private int position;
  private boolean proposedRunning;
  private double wakeAt;
  private ClusterView view;

  /**
   * All jobs in the system in the order of a key.
   *
   * @param meaning of the key, for people
   */
  public PreemptiveOrdering(ServiceKey key, String meaning, Knowledge knowledge) {
    this(key, meaning, knowledge, new ShapeQueues());
  }

  private PreemptiveOrdering(
      ServiceKey key, String meaning, Knowledge knowledge, ShapeQueues queues) {
    this.key = key;
    this.meaning = meaning;
    this.knowledge = knowledge;
    this.queues = queues;
  }

  @Override
  public boolean preemptive() {
    return true;
  }

  /** Running jobs are preempted for queued ones only. */
  @Override
  public boolean needsQueue() {
    return true;
  }

  @Override
  public Set<EngineNotice.Kind> listensTo() {
    return NOTICES;
  }

  @Override
  public void on(EngineNotice notice, ClusterView clusterView) {
    if (notice instanceof EngineNotice.JobArrived arrived) {
      enqueue(clusterView.job(arrived.job()), clusterView);
    } else if (notice instanceof EngineNotice.JobStarted started) {
      addRunning(started.job());
      if (movedJobs.get(started.job())) {
        movedJobs.clear(started.job());
        queues.remove(clusterView.job(started.job()).shape(), started.job());
      }
    } else if (notice instanceof EngineNotice.JobPreempted preempted) {
      removeRunning(preempted.job());
      enqueue(clusterView.job(preempted.job()), clusterView);
    } else if (notice instanceof EngineNotice.JobRequeued requeued) {
      removeRunning(requeued.job());
      enqueue(clusterView.job(requeued.job()), clusterView);
    } else if (notice instanceof EngineNotice.StartDropped dropped) {
      // A job that was to move has come back to the queue already, by its preemption.
      if (!movedJobs.get(dropped.job())) {
        enqueue(clusterView.job(dropped.job()), clusterView);
      }
      movedJobs.clear(dropped.job());
    } else if (notice instanceof EngineNotice.JobEnded ended) {
      if (ended.wasQueued()) {
        queues.remove(clusterView.job(ended.job()).shape(), ended.job());
      } else {
        removeRunning(ended.job());
      }
      key.ended(clusterView.job(ended.job()), clusterView);
    }
  }

  private void enqueue(JobView job, ClusterView clusterView) {
    queues.add(job.shape(), key.of(job, clusterView), job.id());
  }

  private void addRunning(int job) {
    if (runningCount == runningArray.length) {
      runningArray = Arrays.copyOf(runningArray, runningCount * 2);
      runningKeyArray = Arrays.copyOf(runningKeyArray, runningCount * 2);
    }
    runningArray[runningCount++] = job;
  }

  private void removeRunning(int job) {
    int index = 0;
    while (runningArray[index] != job) {
      index++;
    }
    runningCount--;
    System.arraycopy(runningArray, index + 1, runningArray, index, runningCount - index);
  }

  @Override
  public void begin(ClusterView clusterView) {
    view = clusterView;
    if (key.version() != queuedVersion) {
      queuedVersion = key.version();
      queues.clear();
      view.forEachQueued(id -> enqueue(view.job(id), view));
    }
    queues.beginPass();
    position = 0;
    wakeAt = Double.POSITIVE_INFINITY;
    for (int i = 0; i < runningCount; i++) {
      insert(i, runningArray[i], key.of(view.job(runningArray[i]), view));
    }
  }

  /** Insertion sort: what was in order stays in order at the cost of one comparison. */
  private void insert(int end, int job, double jobKey) {
    int i = end;
    while (i > 0 && before(jobKey, job, runningKeyArray[i - 1], runningArray[i - 1])) {
      runningArray[i] = runningArray[i - 1];
      runningKeyArray[i] = runningKeyArray[i - 1];
      i--;
    }
    runningArray[i] = job;
    runningKeyArray[i] = jobKey;
  }

  private static boolean before(double key, int job, double otherKey, int other) {
    return key < otherKey || (key == otherKey && job < other);
  }

  @Override
  public int next() {
    boolean hasRunning = position < runningCount;
    if (queues.isEmpty()) {
      proposedRunning = hasRunning;
      return hasRunning ? runningArray[position] : NONE;
    }
    proposedRunning =
        hasRunning
            && before(
                runningKeyArray[position],
                runningArray[position],
                queues.firstKey(),
                queues.firstId());
    return proposedRunning ? runningArray[position] : queues.firstId();
  }

  @Override
  public void outcome(int job, Outcome outcome, Placement placement) {
    if (outcome == Outcome.PLACED && (proposedRunning || placement != null)) {
      wakeAt = Math.min(wakeAt, key.nextChange(view.job(job), view, placement));
    }
    if (proposedRunning) {
      movedJobs.set(job, outcome == Outcome.PLACED && placement != null);
      position++;
      return;
    }
    switch (outcome) {
      case PLACED -> queues.removeFirst();
      case WAITS, VETOED -> queues.setFirstAside();
      case MISFIT -> queues.excludeFirstShape();
      default -> throw new AssertionError(outcome);
    }
  }

  @Override
  public void located(int job, Placement placement) {
    wakeAt = Math.min(wakeAt, key.nextChange(view.job(job), view, placement));
  }

  @Override
  public double wakeAt() {
    return wakeAt;
  }

  @Override
  public List<ScoreTerm> terms(JobView job, ClusterView clusterView) {
    return List.of(
        new ScoreTerm(ScoreTerm.TURN, meaning + ", smallest first", key.of(job, clusterView)));
  }

  @Override
  public Knowledge knowledge() {
    return knowledge;
  }

  @Override
  public OrderingPolicy copy() {
    PreemptiveOrdering copy = new PreemptiveOrdering(key.copy(), meaning, knowledge, queues.copy());
    copy.queuedVersion = queuedVersion;
    copy.runningArray = runningArray.clone();
    copy.runningKeyArray = runningKeyArray.clone();
    copy.runningCount = runningCount;
    copy.movedJobs.or(movedJobs);
    return copy;
  }
}
