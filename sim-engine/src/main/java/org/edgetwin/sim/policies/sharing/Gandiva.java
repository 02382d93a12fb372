package org.edgetwin.sim.policies.sharing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.Capability;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Decision;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.PlacementPolicy;
import org.edgetwin.sim.scheduling.Scheduler;
import org.edgetwin.sim.scheduling.ScoreTerm;

/**
 * Gandiva [gandiva2018]: time slices, packing by trial, migration. It is told nothing and watches
 * how fast jobs get on.
 *
 * <p>Who has waited longest comes first (ties: submission). A job takes free GPUs, else joins the
 * least busy running gang of its size, if both kinds have been seen alone and the pair was not
 * rejected before. A pair that keeps no more than {@code gain} together is split: the later job is
 * back in the queue. Jobs that still wait take the GPUs of those who have run longest, a slice at
 * least. When nobody waits, one job of a pair, or a gang on several nodes, moves to free GPUs.
 *
 * <p>Complexity of a decision: O(n log n + waiting shapes x running).
 */
final class Gandiva implements Scheduler {
  private final Pairs pairs;
  private final ObservedSpeeds speeds;
  private final Slices slices;
  private final double trial;
  private final double gain;

  /** Since when jobs have waited, seconds. */
  private Map<Integer, Double> waitingSince = new HashMap<>();

  /** The decision that is being made. */
  private static final class Pass {
    final List<Action> preempts = new ArrayList<>();
    final List<Action> starts = new ArrayList<>();
    final BitSet touched = new BitSet();

    List<Action> actions() {
      List<Action> all = new ArrayList<>(preempts);
      all.addAll(starts);
      return all;
    }
  }

  Gandiva(PlacementPolicy placement, double slice, double trial, double gain) {
    this(new Pairs(placement), new ObservedSpeeds(trial / 2), new Slices(slice), trial, gain);
  }

  private Gandiva(Pairs pairs, ObservedSpeeds speeds, Slices slices, double trial, double gain) {
    this.pairs = pairs;
    this.speeds = speeds;
    this.slices = slices;
    this.trial = trial;
    this.gain = gain;
  }

  @Override
  public Decision decide(ClusterView view) {
    pairs.begin(view);
    speeds.look(view);
    slices.begin(view);
    List<JobView> running = new ArrayList<>();
    view.forEachRunning(id -> running.add(view.job(id)));
    running.sort(Comparator.comparingDouble(JobView::lastStartTime).thenComparingInt(JobView::id));
    Pass pass = new Pass();
    boolean learning = splitBadPairs(running, pass, view);
    List<JobView> waiting = place(waiting(view), running, pass, view);
    if (!waiting.isEmpty()) {
      rotate(waiting, running, pass, view);
    } else if (view.queuedCount() == 0) {
      migrate(running, pass, view);
    }
    return new Decision(pass.actions(), wakeAt(running, waiting, learning, pass, view));
  }

  private double wakeAt(
      List<JobView> running, List<JobView> waiting, boolean learning, Pass pass, ClusterView view) {
    if (running.isEmpty() && pass.starts.isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    double wakeAt = waiting.isEmpty() ? Double.POSITIVE_INFINITY : view.now() + slices.seconds();
    return learning || !pass.starts.isEmpty() ? Math.min(wakeAt, view.now() + trial) : wakeAt;
  }

  /**
   * Gives the later job of every pair that does not pay its GPUs' while back to the queue.
   *
   * @return whether there is a job or a pair of which nothing is known yet
   */
  private boolean splitBadPairs(List<JobView> running, Pass pass, ClusterView view) {
    boolean learning = false;
    for (JobView job : running) {
      int partner = Pairs.mayPair(job) ? Pairs.partner(job, view) : Pairs.NOBODY;
      if (partner == Pairs.NOBODY) {
        learning |= Pairs.mayPair(job) && !speeds.knowsAlone(job, job.nodeGroup());
        continue;
      }
      JobView other = view.job(partner);
      double together = speeds.kept(job) + speeds.kept(other);
      learning |= Double.isNaN(together);
      if (together <= gain && isLater(job, other)) {
        speeds.rejectPair(job, other);
        preempt(job, pass, view);
      }
    }
    return learning;
  }

  private static boolean isLater(JobView job, JobView other) {
    return job.lastStartTime() > other.lastStartTime()
        || (job.lastStartTime() == other.lastStartTime() && job.id() > other.id());
  }

  private void preempt(JobView job, Pass pass, ClusterView view) {
    pairs.release(job, view);
    pass.preempts.add(new Action.Preempt(job.id()));
    pass.touched.set(job.id());
  }

  private List<JobView> waiting(ClusterView view) {
    Map<Integer, Double> since = new HashMap<>();
    List<JobView> waiting = new ArrayList<>();
    view.forEachQueued(
        id -> {
          since.put(id, waitingSince.getOrDefault(id, view.now()));
          waiting.add(view.job(id));
        });
    waitingSince = since;
    waiting.sort(
        Comparator.comparingDouble((JobView job) -> since.get(job.id()))
            .thenComparingInt(JobView::id));
    return waiting;
  }

  /** Starts jobs on free GPUs or beside others; returns those that still wait. */
  private List<JobView> place(
      List<JobView> queue, List<JobView> running, Pass pass, ClusterView view) {
    List<JobView> waiting = new ArrayList<>();
    BitSet misfitShapes = new BitSet();
    for (JobView job : queue) {
      if (misfitShapes.get(job.shape())) {
        waiting.add(job);
        continue;
      }
      Placement placement = pairs.takeFree(job, view);
      if (placement == null) {
        placement = join(job, running, pass, view);
      }
      if (placement == null) {
        misfitShapes.set(job.shape());
        waiting.add(job);
      } else {
        start(job, placement, pass, view);
      }
    }
    return waiting;
  }

  private Placement join(JobView job, List<JobView> running, Pass pass, ClusterView view) {
    JobView best = null;
    for (JobView first : running) {
      int group = first.nodeGroup();
      if ((best == null || first.workload().pressure() < best.workload().pressure())
          && speeds.knowsAlone(job, group)
          && speeds.knowsAlone(first, group)
          && !speeds.isRejected(job, first)
          && Pairs.canJoin(job, first, view)) {
        best = first;
      }
    }
    if (best == null) {
      return null;
    }
    pass.touched.set(best.id());
    return pairs.takeHalf(job, best, view);
  }

  /** Gives those who wait the GPUs of those who have run longest. */
  private void rotate(List<JobView> waiting, List<JobView> running, Pass pass, ClusterView view) {
    BitSet misfitShapes = new BitSet();
    for (JobView job : waiting) {
      if (misfitShapes.get(job.shape()) || waitingSince.get(job.id()) == view.now()) {
        continue;
      }
      int mark = view.plan().mark();
      List<JobView> victims = new ArrayList<>();
      pairs.mark();
      Placement placement = null;
      for (int i = 0; i < running.size() && placement == null; i++) {
        JobView victim = running.get(i);
        if (mayGo(victim, pass, view)) {
          pairs.release(victim, view);
          victims.add(victim);
          placement = pairs.takeFree(job, view);
        }
      }
      if (placement == null) {
        view.plan().undo(mark);
        pairs.undo();
        misfitShapes.set(job.shape());
        continue;
      }
      for (JobView victim : victims) {
        pass.preempts.add(new Action.Preempt(victim.id()));
        pass.touched.set(victim.id());
      }
      start(job, placement, pass, view);
    }
  }

  private void start(JobView job, Placement placement, Pass pass, ClusterView view) {
    slices.started(job, view);
    pass.starts.add(new Action.Start(job.id(), placement));
  }

  /** A slice is over; so is the trial of the job or its pair, without which no slice ends. */
  private boolean mayGo(JobView job, Pass pass, ClusterView view) {
    return !pass.touched.get(job.id()) && slices.isOver(job, speeds.now(job), view);
  }

  /** Moves one job to better GPUs: the later of a pair, or a gang on several nodes. */
  private void migrate(List<JobView> running, Pass pass, ClusterView view) {
    for (JobView job : running) {
      if (!Pairs.mayPair(job) || !mayGo(job, pass, view)) {
        continue;
      }
      int partner = Pairs.partner(job, view);
      boolean paired = partner != Pairs.NOBODY;
      if (paired ? !isLater(job, view.job(partner)) : view.nodesOf(job).length == 1) {
        continue;
      }
      int mark = view.plan().mark();
      pairs.mark();
      pairs.release(job, view);
      Placement placement = pairs.takeFree(job, view);
      if (placement != null && (paired || placement.slices().size() == 1)) {
        slices.started(job, view);
        pass.starts.add(new Action.Migrate(job.id(), placement));
        return;
      }
      view.plan().undo(mark);
      pairs.undo();
    }
  }

  @Override
  public List<ScoreTerm> terms(JobView job, ClusterView view) {
    if (job.state().holdsGpus()) {
      return List.of(
          new ScoreTerm(
              ScoreTerm.TURN,
              "seconds since its start, largest gives way first",
              view.now() - job.lastStartTime()));
    }
    double since = waitingSince.getOrDefault(job.id(), view.now());
    List<ScoreTerm> terms = new ArrayList<>();
    terms.add(
        new ScoreTerm(ScoreTerm.TURN, "seconds of waiting, largest first", view.now() - since));
    terms.addAll(pairs.terms(job, view));
    return terms;
  }

  @Override
  public Knowledge knowledge() {
    return Knowledge.NONE;
  }

  @Override
  public Set<Capability> needs() {
    return EnumSet.of(Capability.PREEMPT, Capability.MIGRATE, Capability.SHARE);
  }

  @Override
  public Scheduler copy() {
    Gandiva copy = new Gandiva(pairs.copy(), speeds.copy(), slices.copy(), trial, gain);
    copy.waitingSince = new HashMap<>(waitingSince);
    return copy;
  }
}
