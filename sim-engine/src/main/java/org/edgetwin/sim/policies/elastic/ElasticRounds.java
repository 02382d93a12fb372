package org.edgetwin.sim.policies.elastic;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.optimize.SolverMeter;
import org.edgetwin.sim.policies.Placements;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.Capability;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Decision;
import org.edgetwin.sim.scheduling.EngineNotice;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.PlacementChoice;
import org.edgetwin.sim.scheduling.PlacementPolicy;
import org.edgetwin.sim.scheduling.Scheduler;
import org.edgetwin.sim.scheduling.ScoreTerm;
import org.edgetwin.sim.scheduling.SpeedKnowledge;

/**
 * Plans the gangs of all elastic jobs anew in rounds, a fixed time apart while there are any. A
 * round that is overdue begins with the next elastic job.
 *
 * <p>Rigid jobs start in order of submission when they fit, on the fastest GPUs, those that do not
 * fit are skipped, and hold what they asked for to their end. In a round they come before elastic
 * jobs that were submitted later, and leave the smallest gang to each that was submitted earlier.
 * Elastic jobs that need CPU or host memory count as rigid.
 */
final class ElasticRounds implements Scheduler {
  private static final Set<EngineNotice.Kind> NOTICES =
      EnumSet.of(
          EngineNotice.Kind.JOB_ARRIVED,
          EngineNotice.Kind.JOB_STARTED,
          EngineNotice.Kind.JOB_PREEMPTED,
          EngineNotice.Kind.JOB_REQUEUED,
          EngineNotice.Kind.JOB_ENDED);

  /** Gangs on each type of which people are told. */
  private static final int MOST_TOLD = 4;

  private final GangPlanner planner;
  private final SolverMeter meter;
  private final double period;
  private final PlacementPolicy rigidPlacement = Placements.fastestGpu();

  /** Elastic jobs in the system. */
  private final BitSet elasticJobs = new BitSet();

  /** Rigid jobs in the queue. */
  private final BitSet rigidQueue = new BitSet();

  private double nextRound = Double.NEGATIVE_INFINITY;

  /**
   * A scheduler.
   *
   * @param period seconds from one round to the next
   * @param meter of the solver that the planner works with, if it works with one
   */
  ElasticRounds(GangPlanner planner, double period, SolverMeter meter) {
    this.planner = planner;
    this.meter = meter;
    this.period = period;
  }

  @Override
  public void on(EngineNotice notice, ClusterView view) {
    if (notice instanceof EngineNotice.JobArrived arrived) {
      queued(view.job(arrived.job()));
    } else if (notice instanceof EngineNotice.JobPreempted preempted) {
      queued(view.job(preempted.job()));
    } else if (notice instanceof EngineNotice.JobRequeued requeued) {
      queued(view.job(requeued.job()));
    } else if (notice instanceof EngineNotice.JobStarted started) {
      rigidQueue.clear(started.job());
    } else if (notice instanceof EngineNotice.JobEnded ended) {
      rigidQueue.clear(ended.job());
      elasticJobs.clear(ended.job());
      planner.ended(ended.job());
    }
  }

  private void queued(JobView job) {
    if (isElastic(job)) {
      elasticJobs.set(job.id());
    } else {
      rigidQueue.set(job.id());
    }
  }

  private static boolean isElastic(JobView job) {
    return job.elasticity() != null
        && job.demand().cpuMilli() == 0
        && job.demand().memoryMib() == 0;
  }

  @Override
  public Decision decide(ClusterView view) {
    boolean rounds = !elasticJobs.isEmpty() || (planner.placesRigid() && !rigidQueue.isEmpty());
    List<Action> actions = new ArrayList<>();
    if (rounds && view.now() >= nextRound) {
      nextRound = view.now() + period;
      round(view, actions);
    } else {
      startRigid(view, actions, id -> true);
    }
    return rounds ? new Decision(actions, nextRound) : Decision.of(actions);
  }

  /** Which rigid jobs may start now. */
  private interface Choice {
    boolean mayStart(int id);
  }

  private void startRigid(ClusterView view, List<Action> actions, Choice choice) {
    BitSet misfits = new BitSet();
    for (int id = rigidQueue.nextSetBit(0); id >= 0; id = rigidQueue.nextSetBit(id + 1)) {
      JobView job = view.job(id);
      if (view.wholeGpusOnly() && view.freeGpus() == 0) {
        return;
      }
      if (misfits.get(job.shape()) || !choice.mayStart(id)) {
        continue;
      }
      PlacementChoice gpus = rigidPlacement.choose(job, view);
      if (gpus instanceof Placement placement) {
        view.plan().take(job, placement);
        actions.add(new Action.Start(id, placement));
      } else {
        misfits.set(job.shape());
      }
    }
  }

  private void round(ClusterView view, List<Action> actions) {
    int mark = view.plan().mark();
    // A share names its GPU: it must be free as things are, not as they will be.
    startRigid(view, actions, id -> takesNoWholeGpu(view.job(id).demand()));
    elasticJobs.stream()
        .mapToObj(view::job)
        .filter(job -> job.state().holdsGpus())
        .forEach(job -> view.plan().release(job));
    List<Action> rigidStarts = new ArrayList<>();
    startRigid(view, rigidStarts, id -> isRigidsTurn(view, view.job(id)));
    Round round = new Round(view, participants(view), new Machines(view));
    planner.plan(round);
    view.plan().undo(mark);
    new RoundActions(round).append(actions, rigidStarts);
  }

  private static boolean takesNoWholeGpu(Demand demand) {
    return !demand.wholeGpus() || demand.gpus() == 0;
  }

  /** Whether a planner has a say in where a rigid job stands. */
  private boolean isPlanned(Demand demand) {
    return planner.placesRigid()
        && !takesNoWholeGpu(demand)
        && demand.cpuMilli() == 0
        && demand.memoryMib() == 0;
  }

  private boolean isRigidsTurn(ClusterView view, JobView job) {
    if (takesNoWholeGpu(job.demand()) || isPlanned(job.demand())) {
      return false;
    }
    int reserved = 0;
    for (int id = elasticJobs.nextSetBit(0);
        id >= 0 && id < job.id();
        id = elasticJobs.nextSetBit(id + 1)) {
      reserved += view.job(id).elasticity().leastGpus();
    }
    return job.gpus() + reserved <= view.freeGpus();
  }

  private List<JobView> participants(ClusterView view) {
    BitSet ids = (BitSet) elasticJobs.clone();
    rigidQueue.stream().filter(id -> isPlanned(view.job(id).demand())).forEach(ids::set);
    return ids.stream().mapToObj(view::job).toList();
  }

  @Override
  public Set<EngineNotice.Kind> listensTo() {
    return NOTICES;
  }

  /** When the next round is, and what the planner goes by; of rigid jobs when their turn is. */
  @Override
  public List<ScoreTerm> terms(JobView job, ClusterView view) {
    List<ScoreTerm> terms = new ArrayList<>();
    if (!isElastic(job)) {
      terms.add(ScoreTerm.submission(job));
      terms.addAll(rigidPlacement.terms(job, view));
      return terms;
    }
    double wait = Math.max(0, nextRound - view.now());
    terms.add(new ScoreTerm(ScoreTerm.TURN, "seconds until the next round", wait));
    elasticJobs.stream()
        .mapToObj(view::job)
        .filter(view.plan()::holds)
        .forEach(holder -> view.plan().release(holder));
    Round round = new Round(view, participants(view), new Machines(view));
    terms.addAll(planner.terms(round, job));
    if (knowledge().speed() != SpeedKnowledge.NONE) {
      addGoodputs(job, view, terms);
    }
    return terms;
  }

  /** What its smallest gang would do on each type, and twice as large ones, and so on. */
  private static void addGoodputs(JobView job, ClusterView view, List<ScoreTerm> terms) {
    for (int i = 0; i < view.groupCount(); i++) {
      NodeGroupView group = view.group(i);
      int most = view.plan().accepts(job, group.index()) ? Round.most(job, group) : 0;
      int told = 0;
      for (int gpus = job.elasticity().leastGpus();
          gpus <= most && told < MOST_TOLD;
          gpus *= 2, told++) {
        int nodes = Round.fewestNodes(group, gpus);
        int batch = view.bestBatch(job, group, gpus, nodes);
        terms.add(
            new ScoreTerm(
                group.gpuModel().id(),
                "goodput with " + gpus + (gpus == 1 ? " GPU" : " GPUs"),
                view.predictedGoodput(job, group, gpus, nodes, batch)));
      }
    }
  }

  @Override
  public SolverMeter solverMeter() {
    return meter;
  }

  @Override
  public Knowledge knowledge() {
    return planner.knowledge();
  }

  @Override
  public Set<Capability> needs() {
    return EnumSet.of(Capability.RESIZE, Capability.PREEMPT);
  }

  @Override
  public Scheduler copy() {
    ElasticRounds copy = new ElasticRounds(planner.copy(), period, meter);
    copy.elasticJobs.or(elasticJobs);
    copy.rigidQueue.or(rigidQueue);
    copy.nextRound = nextRound;
    return copy;
  }
}
