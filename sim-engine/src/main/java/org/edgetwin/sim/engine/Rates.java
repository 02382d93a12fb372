package org.edgetwin.sim.engine;

import org.edgetwin.gpu.ContentionModel;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.HostContention;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.sim.fleet.Allocation;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.variation.MachineVariation;
import org.edgetwin.sim.variation.VariationModel;
import umontreal.ssj.probdist.NormalDist;
import umontreal.ssj.rng.RandomStream;

/**
 * How fast jobs run where they are. Costs as much as there are neighbours on the touched GPUs, not
 * jobs in the system.
 */
final class Rates {
  private final SimulatedCluster cluster;
  private final ContentionModel contention;
  private final Drift drift;
  private final MachineVariation variation;

  /** Null where jobs on one machine do not feel each other. */
  private HostResidents hosts;

  /** Null where machines do not change by being used. */
  private final MachineLoad load;

  private final TurnTaking turns;
  private final boolean machinesVary;
  private final double observationSd;
  private final RandomStream observationStream;
  private WorkloadClass[] others = new WorkloadClass[8];

  Rates(SimulatedCluster cluster, ClusterConfig config) {
    this(
        cluster,
        config,
        config.physics().variation().start(cluster.fleet().nodeCount(), config.streams()));
  }

  private Rates(SimulatedCluster cluster, ClusterConfig config, MachineVariation variation) {
    this(
        cluster,
        config.physics().contention(),
        variation,
        variation.feelsLoad() ? new MachineLoad(cluster.fleet().nodeCount()) : null,
        config.physics().variation() != VariationModel.NONE,
        config.physics().variation().observationSd(),
        config.physics().turnStretch(),
        config.streams().stream("variation/observation"));
    hosts =
        config.physics().hostContention() == HostContention.NONE
            ? null
            : new HostResidents(cluster, this, config.physics().hostContention());
  }

  /** For a fork, whose jobs exist already. */
  Rates(SimulatedCluster cluster, Rates other) {
    this(
        cluster,
        other.contention,
        other.variation.copy(),
        other.load == null ? null : new MachineLoad(other.load),
        other.machinesVary,
        other.observationSd,
        other.turns.stretch(),
        Streams.copyOf(other.observationStream));
    hosts = other.hosts == null ? null : new HostResidents(cluster, this, other.hosts);
  }

  private Rates(
      SimulatedCluster cluster,
      ContentionModel contention,
      MachineVariation variation,
      MachineLoad load,
      boolean machinesVary,
      double observationSd,
      double turnStretch,
      RandomStream observationStream) {
    this.cluster = cluster;
    this.contention = contention;
    this.variation = variation;
    this.machinesVary = machinesVary;
    this.observationSd = observationSd;
    this.observationStream = observationStream;
    this.load = load;
    turns = new TurnTaking(cluster, turnStretch);
    drift = new Drift(cluster);
  }

  /** Schedules the next change of the machines. */
  void scheduleDrift() {
    if (variation.nextChange() < Double.POSITIVE_INFINITY) {
      drift.scheduleAt(variation.nextChange());
    } else {
      drift.unschedule();
    }
  }

  Drift drift() {
    return drift;
  }

  void onDrift() {
    variation.change();
    scheduleDrift();
    for (int vc = 0; vc < cluster.virtualClusterCount(); vc++) {
      JobList running = cluster.tenant(vc).running;
      for (int i = 0; i < running.size(); i++) {
        if (hasChanged(running.get(i).allocation)) {
          cluster.lifecycle().changeRate(running.get(i));
        }
      }
    }
  }

  private boolean hasChanged(Allocation allocation) {
    for (int node : allocation.nodes()) {
      if (variation.hasChanged(node)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Sets how fast a job works on the GPUs it holds, after what it did until now is settled.
   *
   * @return whether that is another speed than before
   */
  boolean refresh(Job job) {
    double alone = aloneOrShared(job);
    double nominal = hosts == null ? alone : alone * slowestWorker(job, false);
    double rate = machinesVary ? alone * slowestWorker(job, true) : nominal;
    if (rate == job.rate && nominal == job.nominalRate) {
      return false;
    }
    job.settle(cluster.now());
    job.nominalRate = nominal;
    job.rate = rate;
    return true;
  }

  /** What a running job keeps of its speed alone on GPUs and machines as promised. */
  double pace(Job job) {
    return job.rate / job.speedAlone();
  }

  /** How fast a job should work on the GPUs it holds, were the machines as promised. */
  double nominalRate(Job job) {
    return aloneOrShared(job) * slowestWorker(job, false);
  }

  private double aloneOrShared(Job job) {
    double alone = job.speedAlone();
    if (job.allocation.takesTurns()) {
      return alone * turns.retained(job);
    }
    return job.allocation.isShared() ? alone * retained(job) : alone;
  }

  /** The slowest worker of a gang decides: what it keeps of its speed on its machine. */
  private double slowestWorker(Job job, boolean withVariation) {
    double least = Double.POSITIVE_INFINITY;
    for (int node : job.allocation.nodes()) {
      double kept = hostRetained(job, node);
      least = Math.min(least, withVariation ? kept / trueSlowdown(job, node) : kept);
    }
    return least;
  }

  /** See {@link org.edgetwin.sim.scheduling.ClusterView#hostRetained}. */
  double hostRetained(Job job, int node) {
    return hosts == null ? 1 : hosts.retained(job, node);
  }

  /** See {@link org.edgetwin.sim.scheduling.ClusterView#trueSlowdown}. */
  double trueSlowdown(Job job, int node) {
    return variation.slowdown(node, job.workload());
  }

  /**
   * Draws the error with which the slow-down of a job will be measured: at its submission, so that
   * it does not depend on the scheduler.
   */
  double drawMeasurementError() {
    return observationSd == 0
        ? 0
        : observationSd * NormalDist.inverseF01(observationStream.nextDouble());
  }

  boolean machinesVary() {
    return machinesVary;
  }

  /** A gang goes as fast as its slowest worker. */
  private double retained(Job job) {
    double least = 1;
    Allocation allocation = job.allocation;
    for (int i = 0; i < allocation.nodes().length; i++) {
      least = Math.min(least, retained(job, allocation.nodes()[i], allocation.gpuMasks()[i]));
    }
    return least;
  }

  /** What a job keeps of its speed on those of a node's GPUs that it shares. */
  double retained(Job job, int node, long gpuMask) {
    double least = 1;
    for (long rest = gpuMask; rest != 0; rest &= rest - 1) {
      least = Math.min(least, retained(job, node, Long.numberOfTrailingZeros(rest), null));
    }
    return least;
  }

  /** See {@link org.edgetwin.sim.scheduling.ClusterView#gpuRetained}. */
  double gpuRetained(Job job, int node, int[] neighbours, int count) {
    makeRoomForOthers(count);
    for (int i = 0; i < count; i++) {
      others[i] = cluster.job(neighbours[i]).workload();
    }
    GpuModel model = cluster.fleet().node(node).spec().gpuModel();
    return contention.retained(job.workload(), model, others, count);
  }

  private void makeRoomForOthers(int count) {
    if (others.length <= count) {
      others = new WorkloadClass[count * 2];
    }
  }

  /** What a job keeps of its speed on one GPU, with a newcomer or without. */
  private double retained(Job job, int node, int gpu, Job newcomer) {
    int[] residents = cluster.fleet().residents(node, gpu);
    makeRoomForOthers(residents.length);
    int count = 0;
    for (int resident : residents) {
      if (resident != job.id) {
        others[count++] = cluster.job(resident).workload();
      }
    }
    if (newcomer != null && newcomer != job) {
      others[count++] = newcomer.workload();
    }
    GpuModel model = cluster.fleet().node(node).spec().gpuModel();
    return contention.retained(job.workload(), model, others, count);
  }

  /** Whether a job and all who are on a GPU would still make progress together. */
  boolean wouldRun(Job newcomer, int node, int gpu) {
    int[] residents = cluster.fleet().residents(node, gpu);
    if (residents.length == 0) {
      return true;
    }
    for (int resident : residents) {
      if (!(retained(cluster.job(resident), node, gpu, newcomer) > 0)) {
        return false;
      }
    }
    return retained(newcomer, node, gpu, newcomer) > 0;
  }

  /** Whether a job and all who share its GPUs would still make progress together. */
  boolean wouldRun(Job newcomer, Allocation allocation) {
    if (allocation.takesTurns()) {
      return true;
    }
    for (int i = 0; allocation.isShared() && i < allocation.nodes().length; i++) {
      for (long rest = allocation.gpuMasks()[i]; rest != 0; rest &= rest - 1) {
        if (!wouldRun(newcomer, allocation.nodes()[i], Long.numberOfTrailingZeros(rest))) {
          return false;
        }
      }
    }
    return true;
  }

  /** A job has come to the GPUs that it holds now. */
  void arrived(Job job) {
    if (hosts != null) {
      hosts.add(job);
    }
    changeLoad(job, 1);
  }

  /** A job is about to go from the GPUs that it still holds. */
  void leaves(Job job) {
    if (hosts != null) {
      hosts.remove(job);
    }
    changeLoad(job, -1);
  }

  private void changeLoad(Job job, int sign) {
    if (load != null) {
      load.change(job.allocation.nodes(), sign, variation, cluster.now());
      scheduleDrift();
    }
  }

  /** Gives everybody who shares a machine or a GPU with an allocation the rate they have now. */
  void refreshNeighbours(Allocation allocation) {
    if (hosts != null) {
      for (int i = 0; i < allocation.nodes().length; i++) {
        hosts.refresh(allocation.nodes()[i], allocation.gpuMasks()[i], allocation.job());
      }
    } else if (allocation.isShared()) {
      refreshGpuNeighbours(allocation);
    }
  }

  private void refreshGpuNeighbours(Allocation allocation) {
    for (int i = 0; i < allocation.nodes().length; i++) {
      for (long rest = allocation.gpuMasks()[i]; rest != 0; rest &= rest - 1) {
        int gpu = Long.numberOfTrailingZeros(rest);
        for (int resident : cluster.fleet().residents(allocation.nodes()[i], gpu)) {
          if (resident != allocation.job()) {
            cluster.lifecycle().changeRate(cluster.job(resident));
          }
        }
      }
    }
  }
}
