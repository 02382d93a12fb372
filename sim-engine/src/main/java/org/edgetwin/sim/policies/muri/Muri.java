package org.edgetwin.sim.policies.muri;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.job.Spanning;
import org.edgetwin.sim.optimize.SolverMeter;
import org.edgetwin.sim.policies.ServiceKey;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.AllocationPlan;
import org.edgetwin.sim.scheduling.Capability;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Decision;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.PlacementPolicy;
import org.edgetwin.sim.scheduling.Scheduler;
import org.edgetwin.sim.scheduling.ScoreTerm;
import org.edgetwin.sim.scheduling.ShareMode;

/**
 * Muri [muri]: where not all jobs fit, jobs of equal gangs take turns on the same GPUs, in groups
 * that keep storage, CPU, GPU and network busy at the same time.
 *
 * <p>A pass looks at all jobs in the system, the most urgent first (S: remaining GPU-time, L:
 * queues of attained service as in {@code las}; ties by submission, then by order in the file). It
 * takes as many as would fit in full groups, groups those of equal gangs ({@link GroupSearch}), and
 * places groups first-fit in the order of their most urgent jobs; what does not fit is skipped, and
 * jobs that got nothing are preempted. A group that is as it was keeps its GPUs. Jobs whose stages
 * nobody has measured run alone.
 *
 * <p>Complexity of a pass: O(n^3) in the jobs of one gang, by the matching.
 */
final class Muri implements Scheduler {
  private final ServiceKey urgency;
  private final Knowledge knowledge;
  private final PlacementPolicy placement;
  private final int most;
  private final GroupSearch search;
  private final boolean restartsAll;

  /** Groups of the last decision by their first jobs. */
  private final Map<Integer, Arrangement> arrangementByJob = new HashMap<>();

  /** Who takes turns with whom, and how. */
  private record Arrangement(List<Integer> jobs, List<Integer> phases) {
    static Arrangement of(TurnGroup group) {
      return new Arrangement(group.jobs().stream().map(JobView::id).toList(), group.phases());
    }
  }

  /**
   * A scheduler.
   *
   * @param most most jobs in a group
   * @param overhead by what a period is expected to be longer than an ideal one
   * @param restartsAll whether every pass restarts the jobs that stay
   */
  Muri(
      ServiceKey urgency,
      Knowledge knowledge,
      PlacementPolicy placement,
      int most,
      double overhead,
      boolean restartsAll) {
    this(urgency, knowledge, placement, most, new GroupSearch(most, overhead), restartsAll);
  }

  private Muri(
      ServiceKey urgency,
      Knowledge knowledge,
      PlacementPolicy placement,
      int most,
      GroupSearch search,
      boolean restartsAll) {
    this.urgency = urgency;
    this.knowledge = knowledge;
    this.placement = placement;
    this.most = most;
    this.search = search;
    this.restartsAll = restartsAll;
  }

  @Override
  public Decision decide(ClusterView view) {
    List<JobView> jobs = byUrgency(view);
    List<TurnGroup> groups = groups(jobs, view.capacityGpus());
    AllocationPlan plan = view.plan();
    for (JobView job : jobs) {
      if (job.state().holdsGpus()) {
        plan.release(job);
      }
    }
    placement.begin(view);
    List<Action> starts = new ArrayList<>();
    Map<Integer, Arrangement> arrangements = new HashMap<>();
    double wakeAt = Double.POSITIVE_INFINITY;
    for (TurnGroup group : groups) {
      if (!stays(group, view) && !start(group, view, starts)) {
        continue;
      }
      arrangements.put(group.first().id(), Arrangement.of(group));
    }
    List<Action> actions = new ArrayList<>();
    for (JobView job : jobs) {
      if (job.state().holdsGpus()) {
        if (plan.holds(job)) {
          wakeAt = Math.min(wakeAt, urgency.nextChange(job, view, null));
        } else {
          actions.add(new Action.Preempt(job.id()));
        }
      }
    }
    for (Action action : starts) {
      Action.Start start = (Action.Start) action;
      wakeAt = Math.min(wakeAt, urgency.nextChange(view.job(start.job()), view, start.placement()));
    }
    actions.addAll(starts);
    arrangementByJob.clear();
    arrangementByJob.putAll(arrangements);
    return new Decision(actions, Math.max(wakeAt, Math.nextUp(view.now())));
  }

  private List<JobView> byUrgency(ClusterView view) {
    List<JobView> jobs = new ArrayList<>();
    Map<Integer, Double> keys = new HashMap<>();
    view.forEachQueued(id -> jobs.add(view.job(id)));
    view.forEachRunning(id -> jobs.add(view.job(id)));
    jobs.forEach(job -> keys.put(job.id(), urgency.of(job, view)));
    jobs.sort(
        Comparator.comparingDouble((JobView job) -> keys.get(job.id()))
            .thenComparingInt(JobView::id));
    return jobs;
  }

  /** In order of their most urgent jobs. */
  private List<TurnGroup> groups(List<JobView> jobs, int capacity) {
    long demanded = jobs.stream().mapToLong(JobView::gpus).sum();
    if (demanded <= capacity) {
      return jobs.stream().map(TurnGroup::alone).toList();
    }
    Map<Integer, Integer> rank = new HashMap<>();
    Map<Integer, List<JobView>> byGang = new HashMap<>();
    int left = capacity;
    for (JobView job : jobs) {
      List<JobView> gang = byGang.computeIfAbsent(job.gpus(), gpus -> new ArrayList<>());
      int needed = gang.size() % most == 0 ? job.gpus() : 0;
      if (needed <= left) {
        left -= needed;
        rank.put(job.id(), rank.size());
        gang.add(job);
      }
    }
    List<TurnGroup> groups = new ArrayList<>();
    byGang.values().forEach(gang -> groups.addAll(search.group(gang)));
    groups.sort(Comparator.comparingInt(group -> rank.get(group.first().id())));
    return groups;
  }

  /** Keeps a group as it is where that is wanted and nobody before has got its GPUs. */
  private boolean stays(TurnGroup group, ClusterView view) {
    if (restartsAll
        || !Arrangement.of(group).equals(arrangementByJob.get(group.first().id()))
        || !group.jobs().stream().allMatch(job -> job.state().holdsGpus())
        || !group.jobs().stream().allMatch(job -> isBeside(job, group.first(), view))) {
      return false;
    }
    int mark = view.plan().mark();
    for (JobView job : group.jobs()) {
      if (!view.plan().hold(job)) {
        view.plan().undo(mark);
        return false;
      }
    }
    return true;
  }

  /**
   * Whether two jobs hold the same GPUs: a decision may not have been carried out as it was made.
   */
  private static boolean isBeside(JobView job, JobView first, ClusterView view) {
    for (int node : view.nodesOf(first)) {
      for (int gpu = 0; gpu < view.fleet().node(node).spec().gpuCount(); gpu++) {
        if (view.holdsGpu(job, node, gpu) != view.holdsGpu(first, node, gpu)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean start(TurnGroup group, ClusterView view, List<Action> starts) {
    JobView first = group.first();
    if (!(placement.choose(first, view) instanceof Placement whole)) {
      return false;
    }
    if (group.jobs().size() == 1) {
      view.plan().take(first, whole);
      starts.add(new Action.Start(first.id(), whole));
      return true;
    }
    int milli = Demand.WHOLE_GPU / group.jobs().size();
    int node = whole.slices().get(0).node();
    double memoryLeft = view.fleet().node(node).spec().gpuModel().memoryGb();
    for (int i = 0; i < group.jobs().size(); i++) {
      JobView job = group.jobs().get(i);
      if (i == 0 || mayJoin(job, whole, memoryLeft, view)) {
        memoryLeft -= job.demand().gpuMemoryGb();
        ShareMode turn = new ShareMode.Interleaved(first.id(), group.phases().get(i));
        Placement share = new Placement(whole.slices(), milli, turn);
        view.plan().take(job, share);
        starts.add(new Action.Start(job.id(), share));
      }
    }
    return true;
  }

  private static boolean mayJoin(
      JobView job, Placement whole, double memoryLeft, ClusterView view) {
    int node = whole.slices().get(0).node();
    return view.plan().accepts(job, view.fleet().node(node).group())
        && view.plan().hasHostResources(job, node)
        && job.demand().gpuMemoryGb() <= memoryLeft
        && (whole.slices().size() == 1 || job.demand().spanning() != Spanning.ONE_NODE);
  }

  @Override
  public SolverMeter solverMeter() {
    return search.solverMeter();
  }

  @Override
  public List<ScoreTerm> terms(JobView job, ClusterView view) {
    List<ScoreTerm> terms = new ArrayList<>();
    terms.add(new ScoreTerm(ScoreTerm.TURN, "urgency key, smallest first", urgency.of(job, view)));
    if (!job.state().holdsGpus()) {
      terms.addAll(placement.terms(job, view));
    }
    return terms;
  }

  @Override
  public Knowledge knowledge() {
    return knowledge;
  }

  @Override
  public Set<Capability> needs() {
    return EnumSet.of(Capability.PREEMPT, Capability.INTERLEAVE);
  }

  @Override
  public Scheduler copy() {
    Muri copy = new Muri(urgency, knowledge, placement.copy(), most, search, restartsAll);
    copy.arrangementByJob.putAll(arrangementByJob);
    return copy;
  }
}
