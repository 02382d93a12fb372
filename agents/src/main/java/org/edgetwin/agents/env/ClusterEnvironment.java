package org.edgetwin.agents.env;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.edgetwin.sim.engine.SimulatedCluster;
import org.edgetwin.sim.experiment.PreparedRun;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Decision;
import org.edgetwin.sim.scheduling.Scheduler;

/**
 * The joint view: a step is one whole decision of a virtual cluster's scheduler, and simulated time
 * passes until the next decision is due. An episode is terminated when no job is left and none will
 * come, and truncated at the end of a run that has one. Not thread-safe.
 */
public final class ClusterEnvironment {
  private final SimulatedCluster cluster;
  private final List<Scheduler> listeners;
  private final Census census;
  private int due;
  private RewardTerms terms = RewardTerms.ZERO;

  /**
   * A run at its first decision.
   *
   * @param listeners makes the scheduler of each virtual cluster, which hears the notices and
   *     declares what may be known, and is not asked to decide here
   */
  public ClusterEnvironment(PreparedRun run, IntFunction<Scheduler> listeners) {
    this(
        new SimulatedCluster(run.config(), run.workload().copy()),
        create(listeners, run.schedulers().size()),
        new Census());
    advance();
  }

  private ClusterEnvironment(SimulatedCluster cluster, List<Scheduler> listeners, Census census) {
    this.cluster = cluster;
    this.listeners = listeners;
    this.census = census;
    for (int vc = 0; vc < listeners.size(); vc++) {
      cluster.attach(vc, new CountingListener(listeners.get(vc), census));
    }
  }

  private static List<Scheduler> create(IntFunction<Scheduler> listeners, int count) {
    List<Scheduler> list = new ArrayList<>();
    for (int vc = 0; vc < count; vc++) {
      list.add(listeners.apply(vc));
    }
    return list;
  }

  /** Whether the episode is over. */
  public boolean isOver() {
    return due == SimulatedCluster.END;
  }

  /** Whether jobs were left when the run ended. */
  public boolean isTruncated() {
    return isOver() && !cluster.isOver();
  }

  /** The virtual cluster whose decision is due. */
  public int due() {
    return due;
  }

  /** The scheduler that hears the notices of the virtual cluster whose decision is due. */
  public Scheduler listener() {
    return listeners.get(due);
  }

  /** The scheduler that hears the notices of a virtual cluster. */
  Scheduler listener(int virtualCluster) {
    return listeners.get(virtualCluster);
  }

  /** What the scheduler whose decision is due may see now. */
  public ClusterView view() {
    return cluster.observe(due);
  }

  /**
   * Carries out a decision and lets time pass until the next one.
   *
   * @return what has passed
   * @throws IllegalStateException if the episode is over, or an action cannot be
   */
  public RewardTerms step(Decision decision) {
    if (isOver()) {
      throw new IllegalStateException("The episode is over. Maybe begin another one.");
    }
    cluster.apply(due, decision);
    advance();
    return terms;
  }

  /**
   * What is held and who waits does not change while time passes: whatever changes it makes a
   * decision due.
   */
  private void advance() {
    double from = cluster.now();
    int jobs = census.jobs();
    int queued = census.queued();
    double ages = census.queuedAges(from);
    double feeUsdPerSecond = cluster.feeUsdPerSecond();
    due = cluster.advanceToDecision();
    double seconds = cluster.now() - from;
    terms =
        new RewardTerms(
            jobs * seconds,
            feeUsdPerSecond * seconds,
            ages * seconds + queued * seconds * seconds / 2);
  }

  /** The simulated cluster, for its records. */
  public SimulatedCluster cluster() {
    return cluster;
  }

  /** An independent copy that continues bit for bit like this one. */
  public ClusterEnvironment fork() {
    List<Scheduler> copies = listeners.stream().map(Scheduler::copy).toList();
    ClusterEnvironment fork = new ClusterEnvironment(cluster.fork(), copies, census.copy());
    fork.due = due;
    fork.terms = terms;
    return fork;
  }
}
