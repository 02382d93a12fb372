package org.edgetwin.sim.policies.sharing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.Capability;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Decision;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.PlacementPolicy;
import org.edgetwin.sim.scheduling.Scheduler;
import org.edgetwin.sim.scheduling.ScoreTerm;
import org.edgetwin.sim.scheduling.SpeedKnowledge;

/**
 * Gandiva_fair [gandivafair2020]: users have tickets and are due GPUs of every type by them; they
 * trade fast GPUs for more slow ones; jobs take turns so that everybody gets what they are due.
 *
 * <p>Every user has an account for each type, which earns the user's share of its GPUs and pays for
 * what is held. On each type, the fastest first, the fullest account picks a job, the one that has
 * held least, as long as a gang fits into what is left of the type. A gang is charged whole, and
 * one that found no place comes first the next time. GPUs that nobody can use who is due them go to
 * anyone. GPUs are given up at the end of a round, by jobs that have got on for half a round.
 *
 * <p>Differs from [gandivafair2020]: speeds on each type are those of the speed table and not
 * profiled; the price is the geometric mean of the two speed-ups; stride scheduling is central, by
 * accounts that may be overdrawn, and not one queue for each server with migration to balance them.
 * Jobs without whole GPUs are not charged and never preempted.
 *
 * <p>Complexity of a decision: O(jobs x (users + types) + users squared x types squared).
 */
final class GandivaFair implements Scheduler {
  private final PlacementPolicy placement;
  private final double round;
  private final boolean trades;
  private final Slices slices;
  private final Accounts accounts;
  private double roundEnd;

  /** Jobs that were to run and found no place. */
  private BitSet passedOver = new BitSet();

  /** The decision that is being made. */
  private static final class Pass {
    final ClusterView view;
    final GpuTypes types;

    /** Types that are full. */
    final BitSet doneTypes = new BitSet();

    /** Jobs without GPUs in the plan. */
    final List<JobView> unplaced = new ArrayList<>();

    final BitSet placed = new BitSet();
    final BitSet passedOver = new BitSet();
    final List<Action> starts = new ArrayList<>();

    Pass(ClusterView view) {
      this.view = view;
      types = new GpuTypes(view);
    }

    /** Whether a job would leave a slower type that is not full yet. */
    boolean isPromotion(JobView job, int type) {
      int current = types.of(job);
      return current != GpuTypes.NONE && current != type && !doneTypes.get(current);
    }

    boolean mayUse(JobView job, int type) {
      double speed = types.speed(job, type);
      return speed > 0 && (!isPromotion(job, type) || speed > types.speed(job, types.of(job)));
    }
  }

  /**
   * A scheduler.
   *
   * @param round seconds between two points at which running jobs give up their GPUs
   * @param trades whether users trade, or get the same part of every type
   */
  GandivaFair(PlacementPolicy placement, double round, boolean trades) {
    this(placement, round, trades, new Slices(round / 2), new Accounts());
  }

  private GandivaFair(
      PlacementPolicy placement, double round, boolean trades, Slices slices, Accounts accounts) {
    this.placement = placement;
    this.round = round;
    this.trades = trades;
    this.slices = slices;
    this.accounts = accounts;
  }

  private static boolean isCharged(JobView job) {
    return job.gpus() > 0 && job.demand().wholeGpus();
  }

  private static List<JobView> queued(ClusterView view) {
    List<JobView> queued = new ArrayList<>();
    view.forEachQueued(id -> queued.add(view.job(id)));
    queued.sort(Comparator.comparingInt(JobView::id));
    return queued;
  }

  private static List<JobView> holders(ClusterView view) {
    List<JobView> holders = new ArrayList<>();
    view.forEachRunning(id -> holders.add(view.job(id)));
    holders.removeIf(job -> !isCharged(job));
    holders.sort(Comparator.comparingInt(JobView::id));
    return holders;
  }

  @Override
  public Decision decide(ClusterView view) {
    Pass pass = new Pass(view);
    List<JobView> queued = queued(view);
    List<JobView> holders = holders(view);
    slices.begin(view);
    admit(queued, pass);
    boolean waiting = !pass.unplaced.isEmpty();
    List<JobView> jobs = new ArrayList<>(holders);
    jobs.addAll(pass.unplaced);
    accounts.settle(view.now());
    accounts.share(jobs, pass.types, trades);
    boolean turns = waiting || (pass.types.count() > 1 && accounts.count() > 1);
    if (turns && view.now() >= roundEnd) {
      roundEnd = (Math.floor(view.now() / round) + 1) * round;
      endRound(holders, pass);
    }
    for (int type : pass.types.fastestFirst(jobs)) {
      fill(type, pass);
    }
    passedOver = pass.passedOver;
    for (JobView job : holders) {
      if (view.plan().holds(job) && !pass.placed.get(job.id())) {
        accounts.holds(job, pass.types.of(job));
      }
    }
    boolean idle = view.runningCount() == 0 && pass.starts.isEmpty();
    return new Decision(
        Offers.actions(holders, pass.starts, view),
        turns && !idle ? roundEnd : Double.POSITIVE_INFINITY);
  }

  /** Starts jobs without whole GPUs where they fit; the others take part in the shares. */
  private void admit(List<JobView> queued, Pass pass) {
    placement.begin(pass.view);
    for (JobView job : queued) {
      if (isCharged(job)) {
        pass.unplaced.add(job);
      } else if (placement.choose(job, pass.view) instanceof Placement gpus) {
        start(job, gpus, pass);
      }
    }
  }

  /** Whoever has got on for half a round gives its GPUs back for now. */
  private void endRound(List<JobView> holders, Pass pass) {
    for (JobView job : holders) {
      if (slices.isOver(job, predictedRate(job, pass.view), pass.view)
          && Offers.offer(job, pass.view)) {
        pass.unplaced.add(job);
      }
    }
  }

  /** GPU-seconds of work per second. */
  private static double predictedRate(JobView job, ClusterView view) {
    boolean manyNodes = view.nodesOf(job).length > 1;
    return job.gpus() * view.predictedSpeed(job, view.fleet().group(job.nodeGroup()), manyNodes);
  }

  /** Gives out the free GPUs of a type, also those that the first choice left in pieces. */
  private void fill(int type, Pass pass) {
    Map<String, Double> spendable = accounts.spendable(type, round);
    BitSet misfits = new BitSet();
    List<JobView> picked = pick(type, spendable, misfits, pass);
    while (!picked.isEmpty()) {
      place(picked, type, misfits, pass);
      picked = pick(type, spendable, misfits, pass);
    }
    pass.doneTypes.set(type);
    pass.passedOver.or(misfits);
    pass.passedOver.andNot(pass.placed);
  }

  /** The jobs that are to run on the free GPUs of a type, by number alone. */
  private List<JobView> pick(int type, Map<String, Double> spendable, BitSet misfits, Pass pass) {
    int room = pass.types.freeGpus(type);
    Map<String, ArrayDeque<JobView>> candidates = candidates(type, misfits, pass);
    List<JobView> picked = new ArrayList<>();
    while (true) {
      String richest = null;
      for (Map.Entry<String, ArrayDeque<JobView>> entry : candidates.entrySet()) {
        ArrayDeque<JobView> own = entry.getValue();
        while (!own.isEmpty() && own.getFirst().gpus() > room) {
          own.removeFirst();
        }
        if (!own.isEmpty()
            && (richest == null || spendable.get(entry.getKey()) > spendable.get(richest))) {
          richest = entry.getKey();
        }
      }
      if (richest == null) {
        return picked;
      }
      JobView job = candidates.get(richest).removeFirst();
      spendable.merge(richest, -round * job.gpus(), Double::sum);
      room -= job.gpus();
      picked.add(job);
    }
  }

  /** What each user would run on a type, in order. */
  private Map<String, ArrayDeque<JobView>> candidates(int type, BitSet misfits, Pass pass) {
    List<JobView> jobs = new ArrayList<>();
    for (JobView job : pass.unplaced) {
      if (!misfits.get(job.id()) && pass.mayUse(job, type)) {
        jobs.add(job);
      }
    }
    // Who waits or was there comes before those who would move up, of whom the fastest is first.
    jobs.sort(
        Comparator.comparingDouble((JobView job) -> -promotionGain(job, type, pass))
            .thenComparingDouble(accounts::held)
            .thenComparingInt(JobView::id));
    Map<String, ArrayDeque<JobView>> jobsByUser = new TreeMap<>();
    for (JobView job : jobs) {
      jobsByUser.computeIfAbsent(Accounts.user(job), user -> new ArrayDeque<>()).add(job);
    }
    return jobsByUser;
  }

  private static double promotionGain(JobView job, int type, Pass pass) {
    return pass.isPromotion(job, type)
        ? pass.types.speed(job, type) / pass.types.speed(job, pass.types.of(job))
        : Double.POSITIVE_INFINITY;
  }

  /** Those passed over before first, then those that stay, then the largest gangs. */
  private void place(List<JobView> picked, int type, BitSet misfits, Pass pass) {
    picked.sort(
        Comparator.comparing((JobView job) -> !passedOver.get(job.id()))
            .thenComparing(job -> pass.types.of(job) != type)
            .thenComparingInt(job -> -job.gpus()));
    for (JobView job : picked) {
      if (pass.types.of(job) == type && pass.view.plan().hold(job)) {
        slices.started(job, pass.view);
      } else if (pass.types.place(job, type) instanceof Placement gpus) {
        start(job, gpus, pass);
      } else {
        misfits.set(job.id());
        continue;
      }
      accounts.holds(job, type);
      pass.placed.set(job.id());
    }
    pass.unplaced.removeIf(job -> pass.placed.get(job.id()));
  }

  private void start(JobView job, Placement gpus, Pass pass) {
    pass.view.plan().take(job, gpus);
    slices.started(job, pass.view);
    pass.starts.add(new Action.Start(job.id(), gpus));
  }

  /** What its user is due and could spend on each type, and what it has held. */
  @Override
  public List<ScoreTerm> terms(JobView job, ClusterView view) {
    if (!isCharged(job)) {
      return placement.terms(job, view);
    }
    List<JobView> jobs = holders(view);
    jobs.addAll(queued(view).stream().filter(GandivaFair::isCharged).toList());
    GpuTypes types = new GpuTypes(view);
    accounts.settle(view.now());
    accounts.share(jobs, types, trades);
    String user = Accounts.user(job);
    List<ScoreTerm> terms = new ArrayList<>();
    terms.add(
        new ScoreTerm(
            ScoreTerm.TURN,
            "GPU-seconds it has held, smallest of its user first",
            accounts.held(job)));
    for (int type = 0; type < types.count(); type++) {
      String model = types.name(type);
      terms.add(new ScoreTerm(model, "speed there", types.speed(job, type)));
      terms.add(new ScoreTerm(model, "GPUs that its user is due", accounts.share(user, type)));
      terms.add(
          new ScoreTerm(
              model,
              "GPU-seconds its user may spend in a round, largest first",
              accounts.spendable(type, round).get(user)));
    }
    return terms;
  }

  @Override
  public Knowledge knowledge() {
    return new Knowledge(DurationKnowledge.NONE, SpeedKnowledge.MATRIX);
  }

  @Override
  public Set<Capability> needs() {
    return EnumSet.of(Capability.PREEMPT);
  }

  @Override
  public Scheduler copy() {
    GandivaFair copy =
        new GandivaFair(placement.copy(), round, trades, slices.copy(), accounts.copy());
    copy.roundEnd = roundEnd;
    copy.passedOver = (BitSet) passedOver.clone();
    return copy;
  }
}
