package org.edgetwin.gpu.host;

import org.edgetwin.gpu.table.Require;

/**
 * What a machine has for the jobs on it.
 *
 * @param coresPerGpu CPU cores for each GPU, of machines whose cores are not counted
 * @param pcieGbsPerSwitch what a PCIe switch carries to its GPUs, 1e9 byte/s
 * @param gpusPerSwitch GPUs behind one switch
 * @param nicGbs of the network card, each way, 1e9 byte/s
 * @param diskGbs read rate of the disk, 1e9 byte/s
 * @param powerCap what all GPUs together may draw, as a share in (0, 1] of the sum of their limits
 */
public record HostCapacity(
    double coresPerGpu,
    double pcieGbsPerSwitch,
    int gpusPerSwitch,
    double nicGbs,
    double diskGbs,
    double powerCap) {
  /**
   * A server of the V100's time, such as DGX-1: 5 cores for each GPU, third-generation PCIe at the
   * measured 12.35 GB/s for two GPUs, a card of 100 Gbit/s, NVMe disks, no cap below the limits.
   */
  public static final HostCapacity USUAL = new HostCapacity(5, 12.35, 2, 12.5, 3, 1);

  public HostCapacity {
    Require.positive("coresPerGpu", coresPerGpu);
    Require.positive("pcieGbsPerSwitch", pcieGbsPerSwitch);
    Require.atLeast("gpusPerSwitch", gpusPerSwitch, 1);
    Require.positive("nicGbs", nicGbs);
    Require.positive("diskGbs", diskGbs);
    Require.within("powerCap", powerCap, Double.MIN_NORMAL, 1);
  }
}
