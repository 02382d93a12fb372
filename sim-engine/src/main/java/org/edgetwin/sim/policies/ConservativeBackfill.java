package org.edgetwin.sim.policies;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
 * Conservative backfilling [mualem2001]: every job gets, when it arrives, the earliest reservation
 * that fits between those of all earlier jobs. If a job ends early, every waiting job looks again,
 * once, in order of submission, and those that come at that instant last; no reservation ever moves
 * later, unless machines go away or jobs outrun their limits.
 *
 * <p>Reservations are kept per node group, by number of GPUs: exact in a pool; elsewhere a gang
 * that needs one node may find its GPUs scattered when its time comes, and then waits for the next
 * pass.
 *
 * <p>Complexity: O(steps of the profile) for an arrival; O(queue x steps) when a job ends at
 * another time than expected.
 */
final class ConservativeBackfill implements OrderingPolicy {
  private static final Set<EngineNotice.Kind> NOTICES =
      EnumSet.of(
          EngineNotice.Kind.JOB_ARRIVED,
          EngineNotice.Kind.JOB_STARTED,
          EngineNotice.Kind.JOB_PREEMPTED,
          EngineNotice.Kind.JOB_REQUEUED,
          EngineNotice.Kind.JOB_ENDED);

  private record Reservation(int group, double start, double end, int gpus) {}

  private final Knowledge knowledge;

  /** A queued job that may start when its time has come. */
  private record Due(double start, int job) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byStart = Double.compare(start, other.start);
      return byStart != 0 ? byStart : Integer.compare(job, other.job);
    }
  }

  private final TreeMap<Integer, Reservation> queued = new TreeMap<>();
  private final TreeMap<Integer, Reservation> running = new TreeMap<>();

  /** GPUs of each group that the running jobs hold. */
  private int[] heldByGroup = {};

  private final TreeSet<Due> dueSet = new TreeSet<>();
  private Profile[] profileByGroup;

  /**
   * GPUs of each group that are free or held by this virtual cluster, when the profile was built.
   */
  private int[] availableAtBuild = {};

  /** What GPUs of each group cost then: a job is promised nothing above its cap. */
  private double[] priceAtBuild = {};

  private boolean endedEarly;
  private boolean broken = true;

  /**
   * Whether a reservation has moved since the profile was built. It may have left a hole behind one
   * that looked before it, which then begins at no other job's end: only a wake-up keeps it.
   */
  private boolean moved;

  private ClusterView view;

  /** The last job proposed in this pass; what comes later in {@code dueSet} has not been. */
  private Due cursor;

  ConservativeBackfill(DurationKnowledge durations) {
    this(Knowledge.of(durations));
  }

  private ConservativeBackfill(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  @Override
  public Set<EngineNotice.Kind> listensTo() {
    return NOTICES;
  }

  @Override
  public void on(EngineNotice notice, ClusterView clusterView) {
    if (notice instanceof EngineNotice.JobArrived arrived) {
      arrive(arrived.job(), clusterView);
    } else if (notice instanceof EngineNotice.JobStarted started) {
      start(started.job(), clusterView);
    } else if (notice instanceof EngineNotice.JobPreempted preempted) {
      returnToQueue(preempted.job());
    } else if (notice instanceof EngineNotice.JobRequeued requeued) {
      returnToQueue(requeued.job());
    } else if (notice instanceof EngineNotice.JobEnded ended) {
      end(ended.job(), clusterView.now());
    }
  }

  private void arrive(int id, ClusterView clusterView) {
    put(id, null);
    if (endedEarly && !broken) {
      // The earlier jobs choose first, when the pass moves them.
      return;
    }
    if (!broken && isAsBuilt(clusterView)) {
      for (Profile profile : profileByGroup) {
        profile.advance(clusterView.now());
      }
      reserve(clusterView.job(id), clusterView);
    } else {
      broken = true;
    }
  }

  private void start(int id, ClusterView clusterView) {
    Reservation promised = take(id);
    JobView job = clusterView.job(id);
    double end = clusterView.predictedEnd(job);
    running.put(
        id, new Reservation(groupPosition(job, clusterView), clusterView.now(), end, job.gpus()));
    changeHeld(running.get(id), 1);
    broken |= !running.get(id).equals(promised);
  }

  private void changeHeld(Reservation held, int sign) {
    if (held.group() >= heldByGroup.length) {
      heldByGroup = Arrays.copyOf(heldByGroup, held.group() + 1);
    }
    heldByGroup[held.group()] += sign * held.gpus();
  }

  private void put(int id, Reservation reservation) {
    take(id);
    queued.put(id, reservation);
    if (reservation != null) {
      dueSet.add(new Due(reservation.start(), id));
    }
  }

  private Reservation take(int id) {
    Reservation reservation = queued.remove(id);
    if (reservation != null) {
      dueSet.remove(new Due(reservation.start(), id));
    }
    return reservation;
  }

  private static int groupPosition(JobView job, ClusterView clusterView) {
    for (int i = 0; i < clusterView.groupCount(); i++) {
      if (clusterView.group(i).index() == job.nodeGroup()) {
        return i;
      }
    }
    throw new IllegalStateException("Job " + job.name() + " runs in a group that is not in view.");
  }

  private void returnToQueue(int id) {
    changeHeld(running.remove(id), -1);
    put(id, null);
    broken = true;
  }

  private void end(int id, double now) {
    Reservation held = running.remove(id);
    if (held == null) {
      take(id);
      broken = true;
      return;
    }
    changeHeld(held, -1);
    if (now < held.end() && !broken) {
      profileByGroup[held.group()].change(now, held.end(), held.gpus());
      endedEarly = true;
    } else {
      broken |= now > held.end();
    }
  }

  @Override
  public void begin(ClusterView clusterView) {
    view = clusterView;
    cursor = new Due(Double.NEGATIVE_INFINITY, NONE);
    if (broken || !isAsBuilt(view)) {
      rebuild();
    } else if (endedEarly) {
      moveEarlier();
    }
    endedEarly = false;
  }

  /**
   * Nodes come and go, prices move, and other virtual clusters take and give back GPUs of groups
   * that all may use: then the profile is no longer what there is.
   */
  private boolean isAsBuilt(ClusterView clusterView) {
    for (int i = 0; i < availableAtBuild.length; i++) {
      if (freeGpus(clusterView, i) + held(i) != availableAtBuild[i]
          || clusterView.group(i).priceUsdPerGpuHour() != priceAtBuild[i]) {
        return false;
      }
    }
    return true;
  }

  private static int freeGpus(ClusterView clusterView, int group) {
    return Math.min(clusterView.group(group).freeGpus(), clusterView.freeGpus());
  }

  private int held(int group) {
    return group < heldByGroup.length ? heldByGroup[group] : 0;
  }

  private void rebuild() {
    running.replaceAll((id, held) -> expect(id));
    profileByGroup = new Profile[view.groupCount()];
    availableAtBuild = new int[profileByGroup.length];
    priceAtBuild = new double[profileByGroup.length];
    for (int i = 0; i < profileByGroup.length; i++) {
      profileByGroup[i] = new Profile(view.now(), freeGpus(view, i));
      availableAtBuild[i] = freeGpus(view, i) + held(i);
      priceAtBuild[i] = view.group(i).priceUsdPerGpuHour();
    }
    for (Reservation held : running.values()) {
      profileByGroup[held.group()].change(held.end(), Double.POSITIVE_INFINITY, held.gpus());
    }
    for (int id : List.copyOf(queued.keySet())) {
      reserve(view.job(id), view);
    }
    broken = false;
    moved = false;
  }

  private Reservation expect(int id) {
    JobView job = view.job(id);
    // A job that has outrun its limit is still there: it ends a moment after now.
    double end = Math.max(Math.nextUp(view.now()), view.predictedEnd(job));
    return new Reservation(groupPosition(job, view), job.lastStartTime(), end, job.gpus());
  }

  private void reserve(JobView job, ClusterView clusterView) {
    Reservation best = null;
    double bestEnd = Double.POSITIVE_INFINITY;
    for (int i = 0; i < profileByGroup.length; i++) {
      NodeGroupView group = clusterView.group(i);
      if (!clusterView.plan().accepts(job, group.index())) {
        continue;
      }
      double duration =
          clusterView.predictedDuration(job, group, job.gpus() > group.maxGpusPerNode());
      double start = profileByGroup[i].earliest(job.gpus(), duration);
      double end = start + duration;
      if (start < Double.POSITIVE_INFINITY && (best == null || end < bestEnd)) {
        best = new Reservation(i, start, end, job.gpus());
        bestEnd = end;
      }
    }
    if (best != null) {
      profileByGroup[best.group()].change(best.start(), best.end(), -best.gpus());
    }
    put(job.id(), best);
  }

  private void moveEarlier() {
    moved = true;
    for (Profile profile : profileByGroup) {
      profile.advance(view.now());
    }
    for (int id : List.copyOf(queued.keySet())) {
      Reservation old = queued.get(id);
      if (old != null) {
        profileByGroup[old.group()].change(old.start(), old.end(), old.gpus());
      }
      reserve(view.job(id), view);
    }
  }

  @Override
  public int next() {
    Due next = dueSet.higher(cursor);
    return next == null || next.start() > view.now() ? NONE : next.job();
  }

  @Override
  public void outcome(int job, Outcome outcome, Placement placement) {
    cursor = new Due(queued.get(job).start(), job);
    if (outcome != Outcome.PLACED) {
      broken = true;
    }
  }

  @Override
  public double wakeAt() {
    Due next = moved && !broken ? dueSet.higher(new Due(view.now(), Integer.MAX_VALUE)) : null;
    return next == null ? Double.POSITIVE_INFINITY : next.start();
  }

  /** When and where it is promised to start. */
  @Override
  public List<ScoreTerm> terms(JobView job, ClusterView clusterView) {
    begin(clusterView);
    Reservation promised = queued.get(job.id());
    return promised == null
        ? List.of(ScoreTerm.submission(job))
        : List.of(
            ScoreTerm.submission(job),
            new ScoreTerm(
                ScoreTerm.TURN,
                "promised start on "
                    + clusterView.group(promised.group()).gpuModel().name()
                    + ", seconds from now",
                promised.start() - clusterView.now()));
  }

  @Override
  public Knowledge knowledge() {
    return knowledge;
  }

  @Override
  public OrderingPolicy copy() {
    ConservativeBackfill copy = new ConservativeBackfill(knowledge);
    copy.queued.putAll(queued);
    copy.dueSet.addAll(dueSet);
    copy.running.putAll(running);
    copy.availableAtBuild = availableAtBuild.clone();
    copy.priceAtBuild = priceAtBuild.clone();
    copy.heldByGroup = heldByGroup.clone();
    copy.endedEarly = endedEarly;
    copy.broken = broken;
    copy.moved = moved;
    if (profileByGroup != null) {
      copy.profileByGroup = new Profile[profileByGroup.length];
      for (int i = 0; i < profileByGroup.length; i++) {
        copy.profileByGroup[i] = profileByGroup[i].copy();
      }
    }
    return copy;
  }
}
