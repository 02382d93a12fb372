package org.edgetwin.gpu;

import java.util.EnumMap;
import java.util.Map;
import org.edgetwin.gpu.table.Require;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * Electric power of a node and its share of the building: each GPU draws its idle power plus a
 * share of the rest that is linear in its utilisation; the host adds a base and a share per GPU
 * (CPU, fans, NIC); the building multiplies by PUE.
 *
 * <p>Limits: no clock changes, no temperature, no power cap; token generation draws less than
 * utilisation suggests.
 *
 * @param pue power usage effectiveness, at least 1
 * @param nodeBaseWatts host power without GPUs, W
 * @param nodeWattsPerGpu host power that comes with each GPU, W
 */
public record PowerModel(double pue, double nodeBaseWatts, double nodeWattsPerGpu) {

  private static final class Holder {
    static final Map<HostKind, PowerModel> BY_KIND = load();
  }

  public PowerModel {
    Require.within("pue", pue, 1, 10);
    Require.within("nodeBaseWatts", nodeBaseWatts, 0, 1e6);
    Require.within("nodeWattsPerGpu", nodeWattsPerGpu, 0, 1e6);
  }

  /** The overheads of a kind of host, from {@code data/power/hosts.csv}. */
  public static PowerModel of(HostKind kind) {
    return Holder.BY_KIND.get(kind);
  }

  /**
   * Power of one GPU at the board, W.
   *
   * @param utilisation share of time the GPU is busy, in [0, 1]
   */
  public static double gpuWatts(GpuModel gpu, double utilisation) {
    double idle = gpu.idlePowerWatts();
    return idle + utilisation * (gpu.powerWatts() - idle);
  }

  /** Power of the host without its GPUs, W, while the node is on. */
  public double hostWatts(int gpus) {
    return nodeBaseWatts + gpus * nodeWattsPerGpu;
  }

  /** Power drawn from the grid for that much power at the machines, W. */
  public double facilityWatts(double machineWatts) {
    return pue * machineWatts;
  }

  private static Map<HostKind, PowerModel> load() {
    Map<HostKind, PowerModel> byKind = new EnumMap<>(HostKind.class);
    ShippedTable.forEach(
        "power/hosts.csv",
        row ->
            byKind.put(
                HostKind.of(row.getField("kind")),
                new PowerModel(
                    ShippedTable.number(row, "pue"),
                    ShippedTable.number(row, "node_base_watts"),
                    ShippedTable.number(row, "node_watts_per_gpu"))));
    return byKind;
  }
}
