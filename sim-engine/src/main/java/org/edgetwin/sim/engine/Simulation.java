package org.edgetwin.sim.engine;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.metrics.RunResult;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.Decision;
import org.edgetwin.sim.scheduling.Scheduler;
import org.edgetwin.sim.workload.Workload;

/** A cluster and the schedulers that drive it. */
public final class Simulation {
  private final SimulatedCluster cluster;
  private final List<Scheduler> schedulers;

  /**
   * A simulation at time 0.
   *
   * @param schedulers one for each virtual cluster of the fleet
   */
  public Simulation(ClusterConfig config, Workload workload, List<Scheduler> schedulers) {
    this(new SimulatedCluster(config, workload), schedulers);
  }

  private Simulation(SimulatedCluster cluster, List<Scheduler> schedulers) {
    if (schedulers.size() != cluster.virtualClusterCount()) {
      throw new IllegalArgumentException(
          "There are "
              + schedulers.size()
              + " schedulers for "
              + cluster.virtualClusterCount()
              + " virtual clusters.");
    }
    this.cluster = cluster;
    this.schedulers = List.copyOf(schedulers);
    for (int vc = 0; vc < schedulers.size(); vc++) {
      cluster.attach(vc, schedulers.get(vc));
    }
  }

  /**
   * Runs to the next decision and takes it.
   *
   * @return false if the run is over
   */
  public boolean step() {
    return decide(advance());
  }

  /**
   * Runs to the next decision, without taking it: it may then be taken here, or in a fork made now.
   *
   * @return the virtual cluster that needs it, or {@link SimulatedCluster#END}
   */
  public int advance() {
    return cluster.advanceToDecision();
  }

  /** Takes the decision that is due for a virtual cluster, as its scheduler wants it. */
  public Decision take(int virtualCluster) {
    Decision decision = schedulers.get(virtualCluster).decide(cluster.observe(virtualCluster));
    cluster.apply(virtualCluster, decision);
    return decision;
  }

  /**
   * Does at once what no scheduler decided, as an operator would: it takes no time, wake-ups stay
   * as they are, and the scheduler is asked.
   *
   * @throws IllegalStateException if an action cannot be; the actions before it have been carried
   *     out
   */
  public void intervene(int virtualCluster, List<Action> actions) {
    new Actuator(cluster).carryOutNow(actions);
    ask(virtualCluster);
  }

  /** A decision is due at this instant; after the last one, if that is still being thought of. */
  public void ask(int virtualCluster) {
    cluster.due().add(virtualCluster);
  }

  /** The scheduler of a virtual cluster. */
  public Scheduler scheduler(int virtualCluster) {
    return schedulers.get(virtualCluster);
  }

  private boolean decide(int due) {
    if (due == SimulatedCluster.END) {
      return false;
    }
    take(due);
    return true;
  }

  /** Runs to the end. */
  public Simulation run() {
    while (step()) {}
    return this;
  }

  /** Runs up to and including an instant, or to the end if that comes first. */
  public Simulation runUntil(double time) {
    while (decide(cluster.advanceToDecision(time))) {}
    return this;
  }

  /** An independent copy that continues bit for bit like this one. */
  public Simulation fork() {
    List<Scheduler> copies = new ArrayList<>();
    for (Scheduler scheduler : schedulers) {
      copies.add(scheduler.copy());
    }
    return new Simulation(cluster.fork(), copies);
  }

  public SimulatedCluster cluster() {
    return cluster;
  }

  /** The id of the job that the result has at a place: replicas of services are jobs, too. */
  public int idAt(int place) {
    return cluster.replicas().idAt(place);
  }

  /** The place that a job has in the result. */
  public int placeOf(int id) {
    return cluster.replicas().ordinal(id);
  }

  public RunResult result() {
    return cluster.result();
  }
}
