package org.edgetwin.sim.engine;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.gpu.HostContention;
import org.edgetwin.gpu.HostLoads;
import org.edgetwin.gpu.HostMachine;
import org.edgetwin.sim.fleet.Allocation;
import org.edgetwin.sim.fleet.NodeSpec;
import org.edgetwin.sim.fleet.NodeView;

/**
 * Which jobs run on which machine, and what each keeps of its speed there: worked out once for all
 * of a machine when somebody asks after a change.
 */
final class HostResidents {
  private final SimulatedCluster cluster;
  private final Rates rates;
  private final HostContention contention;
  private final Machine[] machineArray;

  /** One machine; made when its first job comes. */
  private static final class Machine {
    final HostMachine host;
    final List<Job> jobList = new ArrayList<>();
    final HostLoads loads = new HostLoads();
    double[] keptArray = new double[4];
    boolean stale = true;

    Machine(HostMachine host) {
      this.host = host;
    }
  }

  HostResidents(SimulatedCluster cluster, Rates rates, HostContention contention) {
    this.cluster = cluster;
    this.rates = rates;
    this.contention = contention;
    machineArray = new Machine[cluster.fleet().nodeCount()];
  }

  HostResidents(SimulatedCluster cluster, Rates rates, HostResidents other) {
    this(cluster, rates, other.contention);
    for (int node = 0; node < machineArray.length; node++) {
      if (other.machineArray[node] != null) {
        for (Job job : other.machineArray[node].jobList) {
          machine(node).jobList.add(cluster.job(job.id));
        }
      }
    }
  }

  private Machine machine(int node) {
    Machine machine = machineArray[node];
    if (machine == null) {
      NodeSpec spec = cluster.fleet().node(node).spec();
      machine = new Machine(new HostMachine(spec.gpuModel(), spec.gpuCount(), spec.cpuCores()));
      machineArray[node] = machine;
    }
    return machine;
  }

  void add(Job job) {
    for (int node : job.allocation.nodes()) {
      machine(node).jobList.add(job);
      machine(node).stale = true;
    }
  }

  void remove(Job job) {
    for (int node : job.allocation.nodes()) {
      machine(node).jobList.remove(job);
      machine(node).stale = true;
    }
  }

  List<Job> on(int node) {
    return machine(node).jobList;
  }

  /** What a job keeps of its speed on a machine beside those who are there now. */
  double retained(Job job, int node) {
    Machine machine = machine(node);
    if (machine.stale) {
      bringUpToDate(machine, node);
    }
    int place = machine.jobList.indexOf(job);
    if (place >= 0) {
      return machine.keptArray[place];
    }
    addNewcomer(machine.loads, job, node);
    double kept = contention.retained(machine.host, machine.loads, machine.loads.count() - 1);
    machine.loads.removeLast();
    return kept;
  }

  private void bringUpToDate(Machine machine, int node) {
    machine.loads.clear();
    for (Job job : machine.jobList) {
      addResident(machine.loads, job, node);
    }
    if (machine.keptArray.length < machine.loads.count()) {
      machine.keptArray = new double[2 * machine.loads.count()];
    }
    if (machine.loads.count() > 0) {
      contention.retained(machine.host, machine.loads, machine.keptArray);
    }
    machine.stale = false;
  }

  private void addResident(HostLoads loads, Job job, int node) {
    Allocation allocation = job.allocation;
    int place = 0;
    while (allocation.nodes()[place] != node) {
      place++;
    }
    long gpus = allocation.gpuMasks()[place];
    int nodes = allocation.nodes().length;
    double kept = allocation.isShared() ? rates.retained(job, node, gpus) : 1;
    double speed = job.shape.speed(allocation.group(), nodes > 1) * kept;
    loads.add(job.workload(), Long.bitCount(gpus), nodes, speed, kept);
  }

  /** A job that may come: in as few nodes like this one as hold it. */
  private void addNewcomer(HostLoads loads, Job job, int node) {
    NodeView view = cluster.fleet().node(node);
    int size = Math.max(1, view.spec().gpuCount());
    int nodes = Math.max(1, (job.gpus() + size - 1) / size);
    double speed = job.shape.speed(view.group(), nodes > 1);
    loads.add(job.workload(), Math.min(job.gpus(), size), nodes, speed, 1);
  }
}
