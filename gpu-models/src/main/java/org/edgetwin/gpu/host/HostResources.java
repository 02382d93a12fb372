package org.edgetwin.gpu.host;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.HostContention;
import org.edgetwin.gpu.HostLoad;
import org.edgetwin.gpu.HostMachine;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.gpu.sharing.ProgressiveFilling;

/**
 * Jobs on one machine share its CPU cores, PCIe, disk, network card and power by progressive
 * filling: what each keeps of its speed rises evenly until something is full.
 *
 * <p>A job takes of each in proportion to its speed there ({@link HostDemands}); of power what its
 * GPUs draw above idling. Alone it always keeps its full speed, since that was measured on such a
 * machine: no demand counts for more than all there is.
 *
 * <p>Limits: a gang over several machines is slowed by the worst of them, yet takes of the others
 * what it would at full speed; no taxes beside filling; PCIe switches are not told apart, the
 * machine has their sum.
 */
public final class HostResources implements HostContention {
  private static final int CPU = 0;
  private static final int PCIE = 1;
  private static final int DISK = 2;
  private static final int NIC = 3;
  private static final int POWER = 4;
  private static final int RESOURCES = 5;

  private final HostCapacity capacity;
  private final Map<String, HostDemand> ownDemands;
  private final ThreadLocal<Space> spaces = ThreadLocal.withInitial(() -> new Space(16));

  /** Machines of one kind, with the shipped demands. */
  public HostResources(HostCapacity capacity) {
    this(capacity, Map.of());
  }

  /**
   * With demands in place of shipped ones.
   *
   * @param ownDemands by {@link WorkloadClass#id()}
   */
  public HostResources(HostCapacity capacity, Map<String, HostDemand> ownDemands) {
    this.capacity = capacity;
    this.ownDemands = Map.copyOf(ownDemands);
  }

  private HostDemand demand(WorkloadClass workload) {
    HostDemand own = ownDemands.isEmpty() ? null : ownDemands.get(workload.id());
    return own == null ? HostDemands.standard().of(workload) : own;
  }

  /** Working space of one thread. */
  private static final class Space {
    final int jobs;
    final ProgressiveFilling filling;
    final double[] ones;
    final double[] capacities = new double[RESOURCES];

    Space(int jobs) {
      this.jobs = jobs;
      filling = new ProgressiveFilling(jobs, RESOURCES);
      ones = new double[jobs];
      Arrays.fill(ones, 1);
      Arrays.fill(capacities, 1);
    }
  }

  private Space space(int jobs) {
    Space space = spaces.get();
    if (space.jobs < jobs) {
      space = new Space(2 * jobs);
      spaces.set(space);
    }
    return space;
  }

  @Override
  public int width() {
    return RESOURCES;
  }

  @Override
  public void retained(int jobs, double[] demands, double[] kept) {
    if (jobs == 1 || isEnough(jobs, demands)) {
      Arrays.fill(kept, 0, jobs, 1);
    } else {
      Space space = space(jobs);
      space.filling.fill(jobs, demands, space.ones, space.ones, space.capacities, kept);
    }
  }

  private static boolean isEnough(int jobs, double[] demands) {
    for (int r = 0; r < RESOURCES; r++) {
      double sum = 0;
      for (int job = 0; job < jobs; job++) {
        sum += demands[job * RESOURCES + r];
      }
      if (sum > 1) {
        return false;
      }
    }
    return true;
  }

  /** What a job takes of each resource at its full speed, as a share of all there is. */
  @Override
  public void demand(HostMachine machine, HostLoad load, double[] shares, int offset) {
    HostDemand demand = demand(load.workload());
    int workers = load.workers();
    int nodes = load.nodes();
    double speed = workers * load.speed();
    double exchange = nodes == 1 ? 0 : demand.exchangeGbs() * load.speed() * (nodes - 1) / nodes;
    double switches = Math.ceil((double) machine.gpus() / capacity.gpusPerSwitch());
    shares[offset + CPU] =
        share(demand.baseCores() * workers + demand.cpuCores() * speed, cores(machine));
    shares[offset + PCIE] = share(demand.pcieGbs() * speed, capacity.pcieGbsPerSwitch() * switches);
    shares[offset + DISK] = share(demand.diskGbs() * speed, capacity.diskGbs());
    shares[offset + NIC] = share(exchange, capacity.nicGbs());
    shares[offset + POWER] = power(machine, load.workload(), workers * load.gpuKept());
  }

  private double cores(HostMachine machine) {
    return machine.cpuCores() == Double.POSITIVE_INFINITY
        ? capacity.coresPerGpu() * machine.gpus()
        : machine.cpuCores();
  }

  /** Share of the watts above idling that the cap leaves to all GPUs. */
  private double power(HostMachine machine, WorkloadClass workload, double busyGpus) {
    GpuModel gpu = machine.gpu();
    double idle = gpu.idlePowerWatts();
    double range = gpu.powerWatts() - idle;
    double left = machine.gpus() * (capacity.powerCap() * gpu.powerWatts() - idle);
    return share(busyGpus * workload.pressure() * range, Math.max(left, Double.MIN_NORMAL));
  }

  private static double share(double taken, double available) {
    return Math.min(1, taken / available);
  }

  @Override
  public String describe() {
    return String.format(
        Locale.ROOT,
        "progressive filling of CPU (%s cores per GPU where not counted), PCIe (%s GB/s for %d GPUs),"
            + " disk (%s GB/s), network card (%s GB/s) and power (%s of the limits)",
        capacity.coresPerGpu(),
        capacity.pcieGbsPerSwitch(),
        capacity.gpusPerSwitch(),
        capacity.diskGbs(),
        capacity.nicGbs(),
        capacity.powerCap());
  }
}
