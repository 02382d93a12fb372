package org.edgetwin.sim.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.edgetwin.gpu.HostContention;
import org.edgetwin.gpu.HostLoad;
import org.edgetwin.gpu.HostMachine;
import org.edgetwin.sim.fleet.Allocation;
import org.edgetwin.sim.fleet.NodeSpec;
import org.edgetwin.sim.fleet.NodeView;

/**
 * Which jobs run on which machine, and what each keeps of its speed there.
 *
 * <p>What a job demands is worked out when it comes, and again when a neighbour on its own GPUs
 * comes or goes; what all of a machine keep, once after each change; and only those who now keep
 * another share get another rate.
 */
final class HostResidents {
  private final SimulatedCluster cluster;
  private final Rates rates;
  private final HostContention contention;
  private final Machine[] machineArray;

  /** A job on one of its machines. */
  private static final class Resident {
    final Job job;
    final long gpus;
    boolean demandStale = true;
    double kept = 1;

    /** What its rate has taken in. */
    double told = 1;

    Resident(Job job, long gpus) {
      this.job = job;
      this.gpus = gpus;
    }
  }

  /** One machine; made when its first job comes. */
  private static final class Machine {
    final HostMachine host;
    final List<Resident> residentList = new ArrayList<>();

    /** In rows, in the order of the residents. */
    double[] demands = {};

    double[] kept = {};
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
        for (Resident resident : other.machineArray[node].residentList) {
          add(cluster.job(resident.job.id), node, resident.gpus).told = resident.told;
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

  /** A job has come to the GPUs that it holds now. */
  void add(Job job) {
    Allocation allocation = job.allocation;
    for (int i = 0; i < allocation.nodes().length; i++) {
      add(job, allocation.nodes()[i], allocation.gpuMasks()[i]);
    }
  }

  private Resident add(Job job, int node, long gpus) {
    Machine machine = machine(node);
    changed(machine, gpus);
    Resident resident = new Resident(job, gpus);
    machine.residentList.add(resident);
    return resident;
  }

  /** A job is about to go from the GPUs that it still holds. */
  void remove(Job job) {
    for (int node : job.allocation.nodes()) {
      Machine machine = machine(node);
      int place = place(machine, job);
      removeRow(machine, place);
      changed(machine, machine.residentList.remove(place).gpus);
    }
  }

  private void removeRow(Machine machine, int row) {
    int width = contention.width();
    int after = (row + 1) * width;
    int end = Math.min(machine.demands.length, machine.residentList.size() * width);
    if (after < end) {
      System.arraycopy(machine.demands, after, machine.demands, after - width, end - after);
    }
  }

  private static void changed(Machine machine, long gpus) {
    machine.stale = true;
    for (Resident resident : machine.residentList) {
      resident.demandStale |= (resident.gpus & gpus) != 0;
    }
  }

  /** -1: it is not there. */
  private static int place(Machine machine, Job job) {
    int place = machine.residentList.size() - 1;
    while (place >= 0 && machine.residentList.get(place).job != job) {
      place--;
    }
    return place;
  }

  /**
   * Gives another rate to those on a machine who keep another share than before, and to those on
   * GPUs where somebody came or went.
   *
   * @param newcomer somebody who has the right rate already
   */
  void refresh(int node, long gpus, int newcomer) {
    Machine machine = upToDate(node);
    for (Resident resident : machine.residentList) {
      boolean another = resident.kept != resident.told || (resident.gpus & gpus) != 0;
      resident.told = resident.kept;
      if (another && resident.job.id != newcomer) {
        cluster.lifecycle().changeRate(resident.job);
      }
    }
  }

  /** What a job keeps of its speed on a machine beside those who are there now. */
  double retained(Job job, int node) {
    Machine machine = upToDate(node);
    int place = place(machine, job);
    return place < 0
        ? retainedAsNewcomer(machine, job, node)
        : machine.residentList.get(place).kept;
  }

  private Machine upToDate(int node) {
    Machine machine = machine(node);
    if (machine.stale) {
      int jobs = machine.residentList.size();
      if (jobs > 1) {
        refreshDemands(machine, node);
        contention.retained(jobs, machine.demands, machine.kept);
      }
      for (int i = 0; i < jobs; i++) {
        machine.residentList.get(i).kept = jobs == 1 ? 1 : machine.kept[i];
      }
      machine.stale = false;
    }
    return machine;
  }

  private void refreshDemands(Machine machine, int node) {
    int width = contention.width();
    int jobs = machine.residentList.size();
    makeRoom(machine, jobs);
    for (int i = 0; i < jobs; i++) {
      Resident resident = machine.residentList.get(i);
      if (resident.demandStale) {
        contention.demand(machine.host, load(resident, node), machine.demands, i * width);
        resident.demandStale = false;
      }
    }
  }

  private void makeRoom(Machine machine, int jobs) {
    if (machine.kept.length < jobs) {
      machine.kept = new double[2 * jobs];
      machine.demands = Arrays.copyOf(machine.demands, contention.width() * 2 * jobs);
    }
  }

  private HostLoad load(Resident resident, int node) {
    Job job = resident.job;
    Allocation allocation = job.allocation;
    int nodes = allocation.nodes().length;
    double kept = allocation.isShared() ? rates.retained(job, node, resident.gpus) : 1;
    double speed = job.speedAlone() * kept;
    return new HostLoad(job.workload(), Long.bitCount(resident.gpus), nodes, speed, kept);
  }

  /** A job that may come: in as few nodes like this one as hold it. */
  private double retainedAsNewcomer(Machine machine, Job job, int node) {
    NodeView view = cluster.fleet().node(node);
    int size = Math.max(1, view.spec().gpuCount());
    int nodes = Math.max(1, (job.gpus() + size - 1) / size);
    double speed = job.speed(view.group(), nodes > 1);
    HostLoad load = new HostLoad(job.workload(), Math.min(job.gpus(), size), nodes, speed, 1);
    int jobs = machine.residentList.size();
    refreshDemands(machine, node);
    makeRoom(machine, jobs + 1);
    contention.demand(machine.host, load, machine.demands, jobs * contention.width());
    contention.retained(jobs + 1, machine.demands, machine.kept);
    return machine.kept[jobs];
  }
}
