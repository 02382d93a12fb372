package org.edgetwin.sim.policies.sharing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.edgetwin.sim.job.JobState;
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

/**
 * Themis [themis2020]: GPUs are leased; what is free is auctioned among the jobs that are treated
 * worst.
 *
 * <p>A job's finish-time fairness is rho = T_shared / T_isolated: the time from its submission to
 * the end expected now, over the time it would take with 1/N of the GPUs, N the mean number of jobs
 * in the system since it came. At the end of a lease all GPUs are offered, in between those that
 * are free. The 1 - f of the jobs with the worst rho bid; those win together that maximise the
 * product of 1/rho, where a job that wins nothing runs a lease later. With rigid gangs that is a
 * knapsack, solved exactly over numbers of GPUs. What is left goes to the other jobs, worst rho
 * first.
 *
 * <p>Differs from [themis2020]: a bid is for the whole gang or nothing; nobody pays for winning by
 * giving up a share; leftovers do not go at random; where GPUs stand is up to the placement, and
 * what finds no place is skipped. All leases end at multiples of their length; one that ends while
 * nobody waits is prolonged until somebody does. Who still restarts is left alone.
 *
 * <p>Complexity of an auction: O(jobs log jobs + bidders x GPUs).
 */
final class Themis implements Scheduler {
  private static final double SHORTEST = 1e-6;

  private final PlacementPolicy placement;
  private final DurationKnowledge durations;
  private final double lease;
  private final double fairness;

  private double leaseEnd;

  /** The integral of the number of jobs in the system over time, and its value as jobs came. */
  private double jobSeconds;

  private int jobCount;
  private double countedTime;
  private Map<Integer, Double> jobSecondsBefore = new HashMap<>();

  private record Bidder(JobView job, double rho, double gain) {}

  Themis(PlacementPolicy placement, DurationKnowledge durations, double lease, double fairness) {
    this.placement = placement;
    this.durations = durations;
    this.lease = lease;
    this.fairness = fairness;
  }

  @Override
  public Decision decide(ClusterView view) {
    List<JobView> jobs = countJobs(view);
    if (view.queuedCount() == 0) {
      return Decision.NONE;
    }
    placement.begin(view);
    List<JobView> offered = new ArrayList<>();
    if (view.now() >= leaseEnd) {
      leaseEnd = (Math.floor(view.now() / lease) + 1) * lease;
      offered = endLeases(jobs, view);
    }
    List<Bidder> bidders = new ArrayList<>();
    for (JobView job : jobs) {
      if (!view.plan().holds(job)) {
        bidders.add(bidder(job, view));
      }
    }
    bidders.sort(
        Comparator.comparingDouble((Bidder bidder) -> -bidder.rho)
            .thenComparingInt(bidder -> bidder.job.id()));
    int count = (int) Math.ceil((1 - fairness) * bidders.size());
    List<Bidder> order = winners(bidders.subList(0, Math.max(1, count)), view.freeGpus());
    // Whoever stays does not move for those who come.
    order.sort(Comparator.comparing((Bidder bidder) -> !bidder.job.state().holdsGpus()));
    bidders.removeAll(order);
    order.addAll(bidders);
    List<Action> starts = new ArrayList<>();
    for (Bidder bidder : order) {
      place(bidder.job, starts, view);
    }
    return new Decision(Offers.actions(offered, starts, view), leaseEnd);
  }

  private List<JobView> countJobs(ClusterView view) {
    jobSeconds += jobCount * (view.now() - countedTime);
    countedTime = view.now();
    List<JobView> jobs = new ArrayList<>();
    view.forEachQueued(id -> jobs.add(view.job(id)));
    view.forEachRunning(id -> jobs.add(view.job(id)));
    jobs.sort(Comparator.comparingInt(JobView::id));
    jobCount = jobs.size();
    Map<Integer, Double> before = new HashMap<>();
    for (JobView job : jobs) {
      before.put(job.id(), jobSecondsBefore.getOrDefault(job.id(), jobSeconds));
    }
    jobSecondsBefore = before;
    return jobs;
  }

  /** All running jobs give their GPUs back for now, unless they could not take them again. */
  private static List<JobView> endLeases(List<JobView> jobs, ClusterView view) {
    List<JobView> offered = new ArrayList<>();
    for (JobView job : jobs) {
      if (job.state() == JobState.RUNNING && Offers.offer(job, view)) {
        offered.add(job);
      }
    }
    return offered;
  }

  private Bidder bidder(JobView job, ClusterView view) {
    double age = view.now() - job.submitTime();
    double mean = age > 0 ? (jobSeconds - jobSecondsBefore.get(job.id())) / age : (double) jobCount;
    double crowding = Math.max(1, job.gpus() * mean / Math.max(1, view.capacityGpus()));
    double isolated = Math.max(SHORTEST, view.predictedWork(job) * crowding);
    double won = Math.max(SHORTEST, age + view.predictedRemaining(job));
    return new Bidder(job, won / isolated, Math.log((won + lease) / won));
  }

  /** The bidders whose gains add up to most on the free GPUs. */
  private static List<Bidder> winners(List<Bidder> bidders, int gpus) {
    double[] best = new double[gpus + 1];
    boolean[][] taken = new boolean[bidders.size()][gpus + 1];
    for (int i = 0; i < bidders.size(); i++) {
      int gang = bidders.get(i).job.gpus();
      for (int room = gpus; room >= gang; room--) {
        double with = best[room - gang] + bidders.get(i).gain;
        if (with > best[room]) {
          best[room] = with;
          taken[i][room] = true;
        }
      }
    }
    List<Bidder> winners = new ArrayList<>();
    int room = gpus;
    for (int i = bidders.size() - 1; i >= 0; i--) {
      if (taken[i][room]) {
        winners.add(0, bidders.get(i));
        room -= bidders.get(i).job.gpus();
      }
    }
    return winners;
  }

  private void place(JobView job, List<Action> starts, ClusterView view) {
    boolean stays = job.state().holdsGpus() && view.plan().hold(job);
    if (!stays && placement.choose(job, view) instanceof Placement gpus) {
      view.plan().take(job, gpus);
      starts.add(new Action.Start(job.id(), gpus));
    }
  }

  @Override
  public List<ScoreTerm> terms(JobView job, ClusterView view) {
    countJobs(view);
    List<ScoreTerm> terms = new ArrayList<>();
    terms.add(
        new ScoreTerm(
            ScoreTerm.TURN, "finish-time fairness, largest first", bidder(job, view).rho));
    if (!job.state().holdsGpus()) {
      terms.addAll(placement.terms(job, view));
    }
    return terms;
  }

  @Override
  public Knowledge knowledge() {
    return Knowledge.of(durations);
  }

  @Override
  public Set<Capability> needs() {
    return EnumSet.of(Capability.PREEMPT);
  }

  @Override
  public Scheduler copy() {
    Themis copy = new Themis(placement.copy(), durations, lease, fairness);
    copy.leaseEnd = leaseEnd;
    copy.jobSeconds = jobSeconds;
    copy.jobCount = jobCount;
    copy.countedTime = countedTime;
    copy.jobSecondsBefore = new HashMap<>(jobSecondsBefore);
    return copy;
  }
}
