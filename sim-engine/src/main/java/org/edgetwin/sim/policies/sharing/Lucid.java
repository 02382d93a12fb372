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
import org.edgetwin.sim.policies.history.DurationPredictor;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.Capability;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Decision;
import org.edgetwin.sim.scheduling.EngineNotice;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.Scheduler;
import org.edgetwin.sim.scheduling.ScoreTerm;

/**
 * Lucid [lucid2023]: new jobs run for a short time on a few GPUs, where their use of the GPU is
 * measured; then the smallest predicted service goes first, alone if there is room, else packed
 * beside a running gang of its size. Nobody is preempted but at the end of profiling.
 *
 * <p>Two jobs are packed if their scores (0, 1, 2: light, medium, heavy) sum up to at most 2, their
 * gangs have at most 8 GPUs, their memory fits and the newcomer's predicted service is at most
 * twice the other's. Jobs that nobody profiled are heavy. Few waiting jobs are not packed.
 *
 * <p>Differs from [lucid2023]: the score is a threshold on the measured use of the GPU (the
 * pressure of the workload class) in place of a decision tree; services are predicted by {@link
 * DurationPredictor}. Profiling takes any free GPUs up to its share of the fleet, and a profiled
 * job that goes on at once stays where it is.
 *
 * <p>Complexity of a decision: O(waiting x running).
 */
final class Lucid implements Scheduler {
  /** The score of a job that is packed with light ones only, and what a GPU can carry. */
  private static final int HEAVY = 2;

  private static final int MOST_GPUS = 8;

  /**
   * Weight of a user's similar jobs in a prediction: for Lucid the main thing is that they recur.
   */
  private static final double ROLLING_WEIGHT = 0.5;

  /**
   * What can be set.
   *
   * @param profileSeconds how long a job is profiled; 0: nobody is, and all are heavy
   * @param profilerShare share of the GPUs for profiling
   * @param light use of the GPU below which a job is light
   * @param heavy use from which it is heavy
   * @param quiet number of waiting jobs up to which nobody is packed
   */
  record Settings(
      double profileSeconds, double profilerShare, double light, double heavy, double quiet) {}

  private final Pairs pairs;
  private final Settings settings;
  private final DurationPredictor predictor;
  private final Map<Integer, Double> serviceByJob = new HashMap<>();

  /** When profiling ends, by job. */
  private final Map<Integer, Double> profileEndByJob = new HashMap<>();

  private final BitSet profiledJobs = new BitSet();

  Lucid(Pairs pairs, Settings settings) {
    this(pairs, settings, new DurationPredictor(ROLLING_WEIGHT));
  }

  private Lucid(Pairs pairs, Settings settings, DurationPredictor predictor) {
    this.pairs = pairs;
    this.settings = settings;
    this.predictor = predictor;
  }

  @Override
  public Decision decide(ClusterView view) {
    pairs.begin(view);
    profileEndByJob.keySet().removeIf(id -> !isRunning(id, view));
    int profilers = profilers(view);
    List<JobView> waiting = new ArrayList<>();
    List<JobView> unknown = new ArrayList<>();
    view.forEachQueued(
        id -> {
          // Whoever has been said to end is not to be started any more.
          if (serviceByJob.containsKey(id)) {
            JobView job = view.job(id);
            (isToProfile(job, profilers) ? unknown : waiting).add(job);
          }
        });
    List<Action> starts = new ArrayList<>();
    List<JobView> profiled = endProfiles(view);
    waiting.addAll(profiled);
    waiting.sort(Comparator.comparingDouble(this::service).thenComparingInt(JobView::id));
    List<JobView> left = startAlone(waiting, profilers, starts, view);
    if (left.size() > settings.quiet()) {
      pack(left, starts, view);
    }
    profile(unknown, profilers, starts, view);
    return new Decision(Offers.actions(profiled, starts, view), nextProfileEnd());
  }

  private static boolean isRunning(int id, ClusterView view) {
    JobView job = view.job(id);
    return job != null && job.state().holdsGpus();
  }

  private int profilers(ClusterView view) {
    return settings.profileSeconds() == 0
        ? 0
        : (int) Math.max(1, Math.round(settings.profilerShare() * view.capacityGpus()));
  }

  private boolean isToProfile(JobView job, int profilers) {
    return Pairs.mayPair(job)
        && !profiledJobs.get(job.id())
        && job.gpus() <= Math.min(MOST_GPUS, profilers);
  }

  /** Jobs whose time is over give their GPUs back for now. */
  private List<JobView> endProfiles(ClusterView view) {
    List<JobView> ended = new ArrayList<>();
    view.forEachRunning(
        id -> {
          if (profileEndByJob.getOrDefault(id, Double.POSITIVE_INFINITY) <= view.now()) {
            JobView job = view.job(id);
            profileEndByJob.remove(id);
            profiledJobs.set(id);
            pairs.release(job, view);
            ended.add(job);
          }
        });
    return ended;
  }

  private int gpusInProfile(ClusterView view) {
    int gpus = 0;
    for (int id : profileEndByJob.keySet()) {
      gpus += view.job(id).gpus();
    }
    return gpus;
  }

  /** Starts those that find GPUs beyond the profilers'; returns the others. */
  private List<JobView> startAlone(
      List<JobView> waiting, int profilers, List<Action> starts, ClusterView view) {
    List<JobView> left = new ArrayList<>();
    int reserved = profilers - gpusInProfile(view);
    int most = view.capacityGpus() - profilers;
    for (JobView job : waiting) {
      // A gang that would never fit beside the profilers may use their GPUs.
      boolean room = job.gpus() <= Math.max(0, view.freeGpus() - reserved) || job.gpus() > most;
      if (room && pairs.keep(job, view)) {
        continue;
      }
      Placement free = room ? pairs.takeFree(job, view) : null;
      if (free == null) {
        left.add(job);
      } else {
        starts.add(new Action.Start(job.id(), free));
      }
    }
    return left;
  }

  private void pack(List<JobView> waiting, List<Action> starts, ClusterView view) {
    List<JobView> hosts = new ArrayList<>();
    view.forEachRunning(
        id -> {
          if (!profileEndByJob.containsKey(id)) {
            hosts.add(view.job(id));
          }
        });
    hosts.sort(Comparator.comparingInt(this::score).thenComparingInt(JobView::id));
    for (JobView job : waiting) {
      for (JobView host : hosts) {
        if (suits(job, host) && Pairs.canJoin(job, host, view)) {
          starts.add(new Action.Start(job.id(), pairs.takeHalf(job, host, view)));
          break;
        }
      }
    }
  }

  private boolean suits(JobView job, JobView host) {
    return job.gpus() <= MOST_GPUS
        && score(job) + score(host) <= HEAVY
        && service(job) <= 2 * service(host);
  }

  private int score(JobView job) {
    if (!profiledJobs.get(job.id())) {
      return HEAVY;
    }
    double use = job.workload().pressure();
    return use < settings.light() ? 0 : use < settings.heavy() ? 1 : HEAVY;
  }

  private double service(JobView job) {
    return serviceByJob.get(job.id());
  }

  /** Those who ask for least first. */
  private void profile(
      List<JobView> unknown, int profilers, List<Action> starts, ClusterView view) {
    unknown.sort(Comparator.comparingInt(JobView::gpus).thenComparingInt(JobView::id));
    int room = profilers - gpusInProfile(view);
    for (JobView job : unknown) {
      Placement free = job.gpus() <= room ? pairs.takeFree(job, view) : null;
      if (free != null) {
        room -= job.gpus();
        starts.add(new Action.Start(job.id(), free));
        profileEndByJob.put(job.id(), view.now() + settings.profileSeconds());
      }
    }
  }

  private double nextProfileEnd() {
    double next = Double.POSITIVE_INFINITY;
    for (double end : profileEndByJob.values()) {
      next = Math.min(next, end);
    }
    return next;
  }

  @Override
  public void on(EngineNotice notice, ClusterView view) {
    if (notice instanceof EngineNotice.JobArrived arrived) {
      JobView job = view.job(arrived.job());
      serviceByJob.put(job.id(), Math.exp(predictor.predict(job, view.now())) * job.gpus());
    } else if (notice instanceof EngineNotice.JobEnded ended) {
      JobView job = view.job(ended.job());
      serviceByJob.remove(job.id());
      profiledJobs.clear(job.id());
      if (ended.wasQueued() || job.gpus() == 0) {
        predictor.forget(job);
      } else {
        predictor.ended(job, view.attainedService(job) / job.gpus());
      }
    }
  }

  @Override
  public Set<EngineNotice.Kind> listensTo() {
    return EnumSet.of(EngineNotice.Kind.JOB_ARRIVED, EngineNotice.Kind.JOB_ENDED);
  }

  @Override
  public List<ScoreTerm> terms(JobView job, ClusterView view) {
    return List.of(
        new ScoreTerm(
            ScoreTerm.TURN, "predicted service, GPU-seconds, smallest first", service(job)),
        new ScoreTerm(
            ScoreTerm.TURN, "score: 0 light, 1 medium, 2 heavy or not known", score(job)));
  }

  @Override
  public Knowledge knowledge() {
    return Knowledge.NONE;
  }

  @Override
  public Set<Capability> needs() {
    return EnumSet.of(Capability.PREEMPT, Capability.SHARE);
  }

  @Override
  public Scheduler copy() {
    Lucid copy = new Lucid(pairs.copy(), settings, predictor.copy());
    copy.serviceByJob.putAll(serviceByJob);
    copy.profileEndByJob.putAll(profileEndByJob);
    copy.profiledJobs.or(profiledJobs);
    return copy;
  }
}
