package org.edgetwin.sim.policies.gavel;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.optimize.SolverMeter;
import org.edgetwin.sim.policies.gavel.RoundSelection.Pick;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.Capability;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Decision;
import org.edgetwin.sim.scheduling.EngineNotice;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Scheduler;
import org.edgetwin.sim.scheduling.ScoreTerm;
import org.edgetwin.sim.scheduling.SpeedKnowledge;
import umontreal.ssj.rng.RandomStream;

/**
 * The round mechanism of Gavel [gavel], as its published simulator has it. Jobs run in rounds, by
 * leases of one round. A round begins when all leases of the one before have ended, or their jobs
 * have; when nothing runs, with the next arrival. What arrives is seen at the beginning of a round
 * only.
 *
 * <p>Shares are computed at the beginning of a round if a job has come or gone since the last time
 * and some time has passed since then; a job that came later has no shares until the next time, and
 * does not run. The first computation after time 0 need not wait.
 */
final class RoundScheduler implements Scheduler {
  private static final Set<EngineNotice.Kind> NOTICES =
      EnumSet.of(
          EngineNotice.Kind.JOB_ARRIVED,
          EngineNotice.Kind.JOB_REQUEUED,
          EngineNotice.Kind.JOB_ENDED,
          EngineNotice.Kind.LEASE_ENDED,
          EngineNotice.Kind.START_DROPPED,
          EngineNotice.Kind.NODE_CHANGED);

  private final SharePolicy policy;
  private final RoundRules rules;
  private final SolverMeter meter;
  private final RandomStream shuffling;
  private final Ledger ledger;
  private final SideJobs sideJobs;

  /** Jobs of the present round that still have their lease. */
  private final BitSet leasedJobs = new BitSet();

  private double roundTime;
  private boolean roundOpen;
  private boolean sharesAreOld;
  private boolean arrived;
  private double idleUntil = Double.POSITIVE_INFINITY;

  /**
   * A scheduler.
   *
   * @param meter of the solver that the policy works with
   * @param shuffling draws the order of types where they look alike
   */
  RoundScheduler(SharePolicy policy, RoundRules rules, SolverMeter meter, RandomStream shuffling) {
    this(policy, rules, meter, shuffling, new Ledger(rules.roundSeconds()), new SideJobs());
  }

  private RoundScheduler(
      SharePolicy policy,
      RoundRules rules,
      SolverMeter meter,
      RandomStream shuffling,
      Ledger ledger,
      SideJobs sideJobs) {
    this.policy = policy;
    this.rules = rules;
    this.meter = meter;
    this.shuffling = shuffling;
    this.ledger = ledger;
    this.sideJobs = sideJobs;
  }

  @Override
  public void on(EngineNotice notice, ClusterView view) {
    if (notice instanceof EngineNotice.JobArrived event) {
      enter(view.job(event.job()), view);
    } else if (notice instanceof EngineNotice.JobRequeued event) {
      endLease(event.job(), view);
      enter(view.job(event.job()), view);
    } else if (notice instanceof EngineNotice.StartDropped event) {
      leasedJobs.clear(event.job());
      enter(view.job(event.job()), view);
    } else if (notice instanceof EngineNotice.LeaseEnded event) {
      endLease(event.job(), view);
    } else if (notice instanceof EngineNotice.JobEnded event) {
      endLease(event.job(), view);
      ledger.remove(event.job());
      sideJobs.remove(event.job());
      sharesAreOld = true;
    } else {
      sharesAreOld = true;
    }
  }

  private void enter(JobView job, ClusterView view) {
    if (SideJobs.contains(job)) {
      sideJobs.add(job.id());
    } else if (!ledger.contains(job.id())) {
      ledger.add(job.id(), view.groupCount());
      arrived = true;
      sharesAreOld = true;
    }
  }

  private void endLease(int job, ClusterView view) {
    if (leasedJobs.get(job)) {
      leasedJobs.clear(job);
      ledger.received(job, view.now() - roundTime);
    }
  }

  @Override
  public Decision decide(ClusterView view) {
    List<Action> actions = new ArrayList<>();
    if (leasedJobs.isEmpty() && (roundOpen || arrived || view.now() >= idleUntil)) {
      beginRound(view, actions);
    } else {
      sideJobs.start(view, actions);
      waitIfIdle(view.now());
    }
    return new Decision(actions, idleUntil);
  }

  /** Something has happened to an idle cluster, maybe a machine has come back: try again later. */
  private void waitIfIdle(double now) {
    if (!roundOpen && !ledger.isEmpty() && idleUntil == Double.POSITIVE_INFINITY) {
      sharesAreOld = true;
      idleUntil = now + rules.idleSeconds();
    }
  }

  private void beginRound(ClusterView view, List<Action> actions) {
    List<NodeGroupView> types = new ArrayList<>();
    for (int j = 0; j < view.groupCount(); j++) {
      types.add(view.group(j));
    }
    List<JobView> holders = new ArrayList<>();
    for (Member member : ledger.members()) {
      JobView job = view.job(member.id);
      if (job.state().holdsGpus()) {
        holders.add(job);
        view.plan().release(job);
      }
    }
    List<Action> sideStarts = new ArrayList<>();
    sideJobs.start(view, sideStarts);
    if (sharesAreOld && isResetDue(view.now())) {
      ledger.reset(view.now());
      computeShares(view, types);
    }
    RoundPlacement placement = new RoundPlacement(view, ledger, types);
    placement.place(select(view, types));
    for (JobView job : holders) {
      if (!view.plan().holds(job)) {
        actions.add(new Action.Preempt(job.id()));
      }
    }
    actions.addAll(sideStarts);
    actions.addAll(placement.starts());
    placement.placed().forEach(member -> lease(member.id, actions));
    arrived = false;
    roundTime = view.now();
    roundOpen = !leasedJobs.isEmpty();
    // With shares that are new, only an event can change anything.
    idleUntil =
        roundOpen || ledger.isEmpty() || !sharesAreOld
            ? Double.POSITIVE_INFINITY
            : view.now() + rules.idleSeconds();
  }

  private boolean isResetDue(double now) {
    return ledger.resetTime() == 0 || now - ledger.resetTime() >= rules.resetSeconds();
  }

  private void computeShares(ClusterView view, List<NodeGroupView> types) {
    List<JobView> jobs = new ArrayList<>();
    ledger.members().forEach(member -> jobs.add(view.job(member.id)));
    LiveProblem problem = new LiveProblem(view, jobs, types, rules.partners());
    ledger.plan(policy.shares(problem), problem);
    sharesAreOld = false;
  }

  private List<Pick> select(ClusterView view, List<NodeGroupView> types) {
    RoundSelection selection = new RoundSelection(view, ledger, types);
    return rules.followsShares()
        ? selection.followShares()
        : selection.fillTypes(typeOrder(types.size()), policy.isStrict());
  }

  /** The order of the fleet for those who know that types differ; any order for the others. */
  private int[] typeOrder(int count) {
    int[] order = new int[count];
    for (int j = 0; j < count; j++) {
      order[j] = j;
    }
    if (policy.knowledge().speed() == SpeedKnowledge.NONE) {
      for (int j = count - 1; j > 0; j--) {
        int other = shuffling.nextInt(0, j);
        int swapped = order[j];
        order[j] = order[other];
        order[other] = swapped;
      }
    }
    return order;
  }

  private void lease(int job, List<Action> actions) {
    actions.add(new Action.Lease(job, rules.roundSeconds()));
    leasedJobs.set(job);
  }

  @Override
  public Set<EngineNotice.Kind> listensTo() {
    return NOTICES;
  }

  @Override
  public SolverMeter solverMeter() {
    return meter;
  }

  /** Its share of each type alone, and how far it is behind. */
  @Override
  public List<ScoreTerm> terms(JobView job, ClusterView view) {
    List<ScoreTerm> terms = new ArrayList<>();
    if (!ledger.contains(job.id())) {
      return terms;
    }
    Claim alone = ledger.member(job.id()).alone;
    if (alone.share == null) {
      double wait =
          isResetDue(view.now()) ? 0 : ledger.resetTime() + rules.resetSeconds() - view.now();
      terms.add(new ScoreTerm(ScoreTerm.TURN, "seconds until it can have a share", wait));
      return terms;
    }
    for (int j = 0; j < alone.share.length; j++) {
      String type = view.group(j).gpuModel().id();
      terms.add(new ScoreTerm(type, "share of its time by the plan", alone.share[j]));
      terms.add(
          new ScoreTerm(
              type, "share over what it has had, largest first", ledger.priority(alone, j)));
    }
    return terms;
  }

  @Override
  public Knowledge knowledge() {
    return policy.knowledge();
  }

  @Override
  public Set<Capability> needs() {
    return rules.partners() == 0
        ? EnumSet.of(Capability.PREEMPT, Capability.LEASE)
        : EnumSet.of(Capability.PREEMPT, Capability.LEASE, Capability.SHARE);
  }

  @Override
  public Scheduler copy() {
    RoundScheduler copy =
        new RoundScheduler(
            policy.copy(),
            rules,
            meter,
            Streams.copyOf(shuffling),
            new Ledger(ledger),
            new SideJobs(sideJobs));
    copy.leasedJobs.or(leasedJobs);
    copy.roundTime = roundTime;
    copy.roundOpen = roundOpen;
    copy.sharesAreOld = sharesAreOld;
    copy.arrived = arrived;
    copy.idleUntil = idleUntil;
    return copy;
  }
}
