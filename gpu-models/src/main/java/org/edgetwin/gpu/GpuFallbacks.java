package org.edgetwin.gpu;

import java.util.EnumMap;
import java.util.Map;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * Laws for figures that a data sheet or price list does not give: each is proportional to memory
 * bandwidth or to the power limit, with the median ratio of the catalogue's GPUs of the same class
 * ({@code data/gpus/fallbacks.csv}).
 *
 * <p>Limits: good to about a factor of 2; idle power shares are recalled figures, not measurements.
 */
public final class GpuFallbacks {
  private record Ratios(
      double tdpWattsPerGbs,
      double idleShare,
      double cloudUsdPerHourPerGbs,
      double marketUsdPerHourPerGbs) {}

  private static final class Holder {
    static final GpuFallbacks STANDARD = new GpuFallbacks();
  }

  private final Map<GpuClass, Ratios> ratiosByClass = new EnumMap<>(GpuClass.class);

  private GpuFallbacks() {
    ShippedTable.forEach(
        "gpus/fallbacks.csv",
        row ->
            ratiosByClass.put(
                GpuClass.of(row.getField("class")),
                new Ratios(
                    ShippedTable.number(row, "tdp_w_per_gbs"),
                    ShippedTable.number(row, "idle_share"),
                    ShippedTable.number(row, "cloud_usd_h_per_gbs"),
                    ShippedTable.number(row, "market_usd_h_per_gbs"))));
  }

  /** The laws with the ratios shipped with the program. */
  public static GpuFallbacks standard() {
    return Holder.STANDARD;
  }

  /** Board power limit, W. */
  public double tdpWatts(GpuModel gpu) {
    return ratios(gpu).tdpWattsPerGbs * gpu.memoryBandwidthGbs();
  }

  /** Idle board power, W: a share of the power limit. */
  public double idleWatts(GpuModel gpu) {
    return ratios(gpu).idleShare * gpu.powerWatts();
  }

  /** Data-centre list price, USD/h. */
  public double cloudUsdPerHour(GpuModel gpu) {
    return ratios(gpu).cloudUsdPerHourPerGbs * gpu.memoryBandwidthGbs();
  }

  /** Ask on a community marketplace, USD/h. */
  public double marketUsdPerHour(GpuModel gpu) {
    return ratios(gpu).marketUsdPerHourPerGbs * gpu.memoryBandwidthGbs();
  }

  private Ratios ratios(GpuModel gpu) {
    return ratiosByClass.get(gpu.gpuClass());
  }
}
