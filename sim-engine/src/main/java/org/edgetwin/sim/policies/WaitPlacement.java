package org.edgetwin.sim.policies;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.fleet.NodeState;
import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.EngineNotice;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.PlacementChoice;
import org.edgetwin.sim.scheduling.PlacementPolicy;
import org.edgetwin.sim.scheduling.ScoreTerm;
import org.edgetwin.sim.scheduling.Slice;
import org.edgetwin.sim.scheduling.SpeedKnowledge;

/**
 * The node on which the job is predicted to end first, even if it is busy now: then the job waits
 * and the node is reserved for it. So a job declines a slow free node when a better one is
 * predicted to finish it earlier. A node that is free but reserved may still be used by a job that
 * is predicted to end before the reservation begins.
 *
 * <p>Reservations live for one decision pass and are made in the order in which jobs are proposed.
 * At most {@code depth} jobs reserve in a pass; the rest take what is free, reserved or not, so
 * that a long queue leaves nothing idle.
 *
 * <p>Machines of one group count as alike unless a {@link MachineOutlook} tells them apart; then
 * every machine is judged for itself.
 *
 * <p>A job that needs a share of a GPU looks at every GPU, and at what it and those who are there
 * lose by each other ({@link SharedGpus}): the sum of its own end and of their delays decides. It
 * may wait for a GPU of its own or for one that one of two jobs will leave.
 *
 * <p>Limits: a gang that needs several nodes reserves none. It takes what the fallback finds free,
 * unless that is reserved. Complexity: O(nodes x jobs per node) for a job that finds nothing free
 * on its fastest group.
 */
final class WaitPlacement implements PlacementPolicy {
  private record Candidate(NodeView node, double start, double end) {}

  /**
   * A share of a GPU of a node.
   *
   * @param end of the job there, and seconds by which others end later, added up
   */
  private record ShareCandidate(
      NodeView node, int gpu, double start, double end, double endAndCost) {}

  private final DurationKnowledge durations;
  private final int depth;
  private final PlacementPolicy fallback;

  /** Null if the machines of a group count as alike. */
  private final MachineOutlook outlook;

  private final NodeCalendar calendar = new NodeCalendar();
  private final SharedGpus shares = new SharedGpus(calendar, true);
  private int reservations;

  WaitPlacement(
      DurationKnowledge durations, int depth, PlacementPolicy fallback, MachineOutlook outlook) {
    this.durations = durations;
    this.depth = depth;
    this.fallback = fallback;
    this.outlook = outlook;
  }

  @Override
  public boolean mayWait() {
    return true;
  }

  @Override
  public void begin(ClusterView view) {
    calendar.begin(view);
    reservations = 0;
  }

  @Override
  public PlacementChoice choose(JobView job, ClusterView view) {
    if (job.gpus() == 0) {
      return fallback.choose(job, view);
    }
    if (!job.demand().wholeGpus()) {
      return chooseShare(job, view);
    }
    Candidate best = best(job, view);
    if (best == null) {
      return free(job, view);
    }
    int node = best.node().index();
    calendar.claim(node, best.start(), best.end(), job.gpus());
    if (best.start() <= view.now()) {
      return Placement.whole(node, job.gpus());
    }
    reservations++;
    return PlacementChoice.WAIT;
  }

  /** What the fallback finds free; for a gang over several nodes, if none of it is reserved. */
  private PlacementChoice free(JobView job, ClusterView view) {
    PlacementChoice choice = fallback.choose(job, view);
    if (!(choice instanceof Placement gpus) || gpus.slices().size() == 1) {
      return choice;
    }
    double end = view.now() + duration(job, gpus, view);
    if (!calendar.isFree(gpus, end, view)) {
      return PlacementChoice.WAIT;
    }
    calendar.claim(gpus, end, view);
    return gpus;
  }

  /** Predicted seconds of a gang over several nodes, at the pace of the slowest. */
  private double duration(JobView job, Placement gpus, ClusterView view) {
    int group = view.fleet().node(gpus.slices().get(0).node()).group();
    double alone = 0;
    for (int i = 0; i < view.groupCount(); i++) {
      if (view.group(i).index() == group) {
        alone = view.predictedDuration(job, view.group(i), true);
      }
    }
    if (outlook == null) {
      return alone;
    }
    double slowdown = 0;
    for (Slice slice : gpus.slices()) {
      slowdown = Math.max(slowdown, outlook.slowdown(job, slice.node(), view));
    }
    return alone * slowdown;
  }

  /** The end that it predicts in each group, and when the job would start there. */
  @Override
  public List<ScoreTerm> terms(JobView job, ClusterView view) {
    List<ScoreTerm> terms = new ArrayList<>();
    if (job.gpus() == 0) {
      return fallback.terms(job, view);
    }
    begin(view);
    if (!job.demand().wholeGpus()) {
      return shareTerms(job, view);
    }
    for (int i = 0; i < view.groupCount(); i++) {
      Candidate best = better(job, view, view.group(i), null);
      if (best != null) {
        String node = best.node().spec().name();
        double now = view.now();
        terms.add(
            new ScoreTerm(
                node, "predicted end, seconds from now, smallest first", best.end() - now));
        terms.add(new ScoreTerm(node, "start, seconds from now", best.start() - now));
      }
    }
    return terms;
  }

  private List<ScoreTerm> shareTerms(JobView job, ClusterView view) {
    List<ScoreTerm> terms = new ArrayList<>();
    for (int i = 0; i < view.groupCount(); i++) {
      NodeGroupView group = view.group(i);
      if (view.plan().accepts(job, group.index()) && view.predictedSpeed(job, group, false) > 0) {
        ShareCandidate best = bestShare(job, view, group, null);
        if (best != null) {
          String node = best.node().spec().name();
          double now = view.now();
          double delay = best.endAndCost() - best.end();
          terms.add(
              new ScoreTerm(
                  node,
                  "predicted end and delay of others, seconds from now, smallest first",
                  best.endAndCost() - now));
          terms.add(new ScoreTerm(node, "of that, delay of others, seconds", delay));
          terms.add(new ScoreTerm(node, "start, seconds from now", best.start() - now));
        }
      }
    }
    return terms;
  }

  private PlacementChoice chooseShare(JobView job, ClusterView view) {
    ShareCandidate best = null;
    for (int i = 0; i < view.groupCount(); i++) {
      NodeGroupView group = view.group(i);
      if (view.plan().accepts(job, group.index()) && view.predictedSpeed(job, group, false) > 0) {
        best = bestShare(job, view, group, best);
      }
    }
    if (best == null) {
      return fallback.choose(job, view);
    }
    int node = best.node().index();
    if (best.gpu() == SharedGpus.ANY) {
      calendar.claim(node, best.start(), best.end(), 1);
    } else {
      calendar.claimShare(job, node, best.gpu(), best.start(), best.end());
    }
    if (best.start() <= view.now()) {
      return Placement.shared(node, best.gpu(), job.demand().milliPerGpu());
    }
    reservations++;
    return PlacementChoice.WAIT;
  }

  private ShareCandidate bestShare(
      JobView job, ClusterView view, NodeGroupView group, ShareCandidate bestSoFar) {
    double duration = view.predictedDuration(job, group, false);
    ShareCandidate best = bestSoFar;
    for (int i = 0; i < group.nodeCount(); i++) {
      NodeView node = view.fleet().node(group.node(i));
      if (node.state() != NodeState.UP || node.spec().gpuCount() == 0) {
        continue;
      }
      double alone =
          outlook == null ? duration : duration * outlook.slowdown(job, node.index(), view);
      if (best != null && view.now() + alone >= best.endAndCost()) {
        continue;
      }
      if (shares.findNow(job, node, alone, view)) {
        best = better(best, node);
      }
      if (reservations < depth && shares.findLater(job, node, alone, view)) {
        best = better(best, node);
      }
    }
    return best;
  }

  /** The best so far, or what was just found on a node. */
  private ShareCandidate better(ShareCandidate best, NodeView node) {
    double end = shares.start() + shares.duration();
    return best != null && end + shares.cost() >= best.endAndCost()
        ? best
        : new ShareCandidate(node, shares.gpu(), shares.start(), end, end + shares.cost());
  }

  private Candidate best(JobView job, ClusterView view) {
    Candidate best = null;
    for (int i = 0; i < view.groupCount(); i++) {
      best = better(job, view, view.group(i), best);
    }
    return best;
  }

  /** The best of the candidate so far and what a group has. */
  private Candidate better(JobView job, ClusterView view, NodeGroupView group, Candidate best) {
    if (job.gpus() > group.maxGpusPerNode()
        || !view.plan().accepts(job, group.index())
        || !(view.predictedSpeed(job, group, false) > 0)) {
      return best;
    }
    double duration = view.predictedDuration(job, group, false);
    if (outlook != null) {
      return bestMachine(job, view, group, duration, best);
    }
    if (best != null && view.now() + duration >= best.end()) {
      return best;
    }
    boolean quotaLeft = job.gpus() <= view.freeGpus();
    Candidate candidate = quotaLeft ? free(job, view, group, duration) : null;
    if (candidate == null && reservations < depth) {
      candidate = earliest(job, view, group, duration);
    }
    return candidate != null && (best == null || candidate.end() < best.end()) ? candidate : best;
  }

  /** The best of the candidate so far and every machine of a group, each judged for itself. */
  private Candidate bestMachine(
      JobView job, ClusterView view, NodeGroupView group, double duration, Candidate bestSoFar) {
    boolean mayReserve = reservations < depth;
    boolean quotaLeft = job.gpus() <= view.freeGpus();
    Candidate best = bestSoFar;
    for (int i = 0; i < group.nodeCount(); i++) {
      NodeView node = view.fleet().node(group.node(i));
      if (node.state() != NodeState.UP || node.spec().gpuCount() < job.gpus()) {
        continue;
      }
      double expected = duration * outlook.slowdown(job, node.index(), view);
      if (best != null && view.now() + expected >= best.end()) {
        continue;
      }
      double start = start(node, job, view, expected, quotaLeft, mayReserve);
      if (start < Double.POSITIVE_INFINITY && (best == null || start + expected < best.end())) {
        best = new Candidate(node, start, start + expected);
      }
    }
    return best;
  }

  /** When the job may start on a node: now, later if it may wait, or never. */
  private double start(
      NodeView node,
      JobView job,
      ClusterView view,
      double duration,
      boolean quotaLeft,
      boolean mayReserve) {
    if (quotaLeft && calendar.isFree(job, node, duration, view)) {
      return view.now();
    }
    return mayReserve ? calendar.earliest(job, node, duration, view) : Double.POSITIVE_INFINITY;
  }

  /** The tightest node of the group that is free for long enough. */
  private Candidate free(JobView job, ClusterView view, NodeGroupView group, double duration) {
    double now = view.now();
    for (int free = job.gpus(); free <= group.maxGpusPerNode(); free++) {
      for (int node = group.firstWithExactly(free);
          node >= 0;
          node = group.nextWithExactly(free, node)) {
        NodeView candidate = view.fleet().node(node);
        if (calendar.isFree(job, candidate, duration, view)) {
          return new Candidate(candidate, now, now + duration);
        }
      }
    }
    return null;
  }

  /** The node of the group on which the job can start first, now or later. */
  private Candidate earliest(JobView job, ClusterView view, NodeGroupView group, double duration) {
    Candidate best = null;
    for (int i = 0; i < group.nodeCount(); i++) {
      NodeView node = view.fleet().node(group.node(i));
      if (node.state() != NodeState.UP || node.spec().gpuCount() < job.gpus()) {
        continue;
      }
      double start = start(node, job, view, duration, false, true);
      if (start < Double.POSITIVE_INFINITY && (best == null || start < best.start())) {
        best = new Candidate(node, start, start + duration);
      }
    }
    return best;
  }

  @Override
  public void on(EngineNotice notice, ClusterView view) {
    outlook.on(notice, view);
  }

  @Override
  public Set<EngineNotice.Kind> listensTo() {
    return outlook == null ? Set.of() : outlook.listensTo();
  }

  @Override
  public Knowledge knowledge() {
    return new Knowledge(durations, outlook == null ? SpeedKnowledge.MATRIX : outlook.knowledge());
  }

  @Override
  public PlacementPolicy copy() {
    return new WaitPlacement(
        durations, depth, fallback.copy(), outlook == null ? null : outlook.copy());
  }
}
