package org.edgetwin.sim.fleet;

import org.edgetwin.gpu.GpuModel;

/**
 * One machine.
 *
 * @param name unique name
 * @param region id of its region
 * @param site name of its site in the region
 * @param community whether it belongs to a community operator and not to a data centre
 * @param gpuModel the model of all its GPUs
 * @param gpuCount number of GPUs, 0..64
 * @param cpuMilli thousandths of CPU cores; {@link #PLENTY} if they are not counted
 * @param memoryMib host memory, MiB; {@link #PLENTY} if it is not counted
 * @param priceUsdPerGpuHour what a job pays for one GPU and hour at the start of the run
 * @param virtualCluster index of the virtual cluster that owns it, or {@link #SHARED}
 * @param availability how it comes and goes
 * @param operator who runs it and earns what jobs pay
 * @param priceRule how its price moves
 */
public record NodeSpec(
    String name,
    String region,
    String site,
    boolean community,
    GpuModel gpuModel,
    int gpuCount,
    int cpuMilli,
    int memoryMib,
    double priceUsdPerGpuHour,
    int virtualCluster,
    Availability availability,
    String operator,
    PriceRule priceRule) {
  /** Operator of nodes that name none. */
  public static final String PLATFORM = "platform";

  /** Open to all virtual clusters. */
  public static final int SHARED = -1;

  /** As much as any job may want; half of the range, so that sums stay within it. */
  public static final int PLENTY = Integer.MAX_VALUE / 2;

  /** GPUs of a node are kept in the bits of a long. */
  public static final int MAX_GPUS = 64;

  /** A machine of the platform with a price that does not move. */
  public NodeSpec(
      String name,
      String region,
      String site,
      boolean community,
      GpuModel gpuModel,
      int gpuCount,
      int cpuMilli,
      int memoryMib,
      double priceUsdPerGpuHour,
      int virtualCluster,
      Availability availability) {
    this(
        name,
        region,
        site,
        community,
        gpuModel,
        gpuCount,
        cpuMilli,
        memoryMib,
        priceUsdPerGpuHour,
        virtualCluster,
        availability,
        PLATFORM,
        PriceRule.POSTED);
  }

  public NodeSpec {
    if (gpuCount < 0 || gpuCount > MAX_GPUS) {
      throw new IllegalArgumentException(
          "Node " + name + ": gpuCount (" + gpuCount + ") is not in 0..64.");
    }
    if (!(priceUsdPerGpuHour >= 0)) {
      throw new IllegalArgumentException(
          "Node " + name + ": price (" + priceUsdPerGpuHour + ") is not a price.");
    }
  }

  /** CPU cores; positive infinity if they are not counted. */
  public double cpuCores() {
    return cpuMilli >= PLENTY ? Double.POSITIVE_INFINITY : cpuMilli / 1000.0;
  }

  /** Its state when the run starts. */
  public NodeState initialState() {
    if (availability instanceof Availability.Planned planned) {
      return planned.initial();
    }
    return availability instanceof Availability.Renewal renewal && !renewal.startsUp()
        ? renewal.cause()
        : NodeState.UP;
  }
}
