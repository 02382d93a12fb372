package org.edgetwin.gpu;

import org.edgetwin.gpu.table.Require;

/**
 * One sellable GPU device: the figures of its data sheet and its prices. SXM and PCIe variants are
 * separate models; a K80 board is two of them.
 *
 * <p>{@link Double#NaN} means unknown. {@link #powerWatts()}, {@link #idlePowerWatts()} and {@link
 * #priceUsdPerHour()} never return it: they fall back to the laws of {@link GpuFallbacks}. Models
 * of the catalogue come from {@link GpuCatalog#standard()}, a model of one's own from {@link
 * #custom(String)}.
 *
 * @param id key used in scenarios, stable
 * @param name name on the data sheet
 * @param gpuClass market segment
 * @param memoryGb device memory, GB
 * @param memoryBandwidthGbs specified peak memory bandwidth, 1e9 byte/s
 * @param fp32Tflops non-tensor FP32 rate, 1e12 FLOP/s, a fused multiply-add counted as two
 * @param tensorTflops best of dense BF16 and FP16 tensor rates with FP32 accumulation, 1e12 FLOP/s;
 *     NaN without tensor cores or when unknown
 * @param tdpWatts default board power limit, W
 * @param idleWatts board power when nothing runs, W
 * @param migMax most hardware partitions, 0 without MIG
 * @param cloudUsdPerHour list price of one GPU in a data centre, USD/h
 * @param marketUsdPerHour ask on a community marketplace, USD/h
 * @param lawFactor training speed measured against the V100, divided by what {@link SpecSheetLaw}
 *     gives from the data sheet; where not measured, the usual value of its architecture
 * @param source where the figures come from
 * @param index dense position in the standard catalogue, or {@link #NOT_CATALOGUED}
 */
public record GpuModel(
    String id,
    String name,
    GpuClass gpuClass,
    double memoryGb,
    double memoryBandwidthGbs,
    double fp32Tflops,
    double tensorTflops,
    double tdpWatts,
    double idleWatts,
    int migMax,
    double cloudUsdPerHour,
    double marketUsdPerHour,
    double lawFactor,
    String source,
    int index) {

  /** Index of a model that is not in the standard catalogue. */
  public static final int NOT_CATALOGUED = -1;

  public GpuModel {
    Require.text("id", id);
    Require.text("name", name);
    Require.positive("memoryGb", memoryGb);
    Require.positive("memoryBandwidthGbs", memoryBandwidthGbs);
    Require.positive("fp32Tflops", fp32Tflops);
    Require.positiveOrUnknown("tensorTflops", tensorTflops);
    Require.positiveOrUnknown("tdpWatts", tdpWatts);
    Require.positiveOrUnknown("idleWatts", idleWatts);
    Require.atLeast("migMax", migMax, 0);
    Require.positiveOrUnknown("cloudUsdPerHour", cloudUsdPerHour);
    Require.positiveOrUnknown("marketUsdPerHour", marketUsdPerHour);
    Require.positive("lawFactor", lawFactor);
    Require.atLeast("index", index, NOT_CATALOGUED);
  }

  /** Starts the description of a model that the catalogue does not have. */
  public static GpuModelBuilder custom(String id) {
    return new GpuModelBuilder(id);
  }

  /**
   * A builder that starts from this model, for variants of it; what it builds is not catalogued.
   */
  public GpuModelBuilder variant(String newId) {
    return GpuModelBuilder.from(newId, this);
  }

  /** Whether a tensor-core rate is known. */
  public boolean hasTensorRate() {
    return !Double.isNaN(tensorTflops);
  }

  /**
   * Board power at full load, W: the power limit, else the law of {@link GpuFallbacks#tdpWatts}.
   */
  public double powerWatts() {
    return Double.isNaN(tdpWatts) ? GpuFallbacks.standard().tdpWatts(this) : tdpWatts;
  }

  /** Board power when idle, W: as given, else the law of {@link GpuFallbacks#idleWatts}. */
  public double idlePowerWatts() {
    return Double.isNaN(idleWatts) ? GpuFallbacks.standard().idleWatts(this) : idleWatts;
  }

  /**
   * Price of one GPU-hour, USD: cloud list price, else market ask, else {@link
   * GpuFallbacks#cloudUsdPerHour}.
   */
  public double priceUsdPerHour() {
    if (!Double.isNaN(cloudUsdPerHour)) {
      return cloudUsdPerHour;
    }
    return Double.isNaN(marketUsdPerHour)
        ? GpuFallbacks.standard().cloudUsdPerHour(this)
        : marketUsdPerHour;
  }

  /**
   * Ask of a community host, USD/h: market ask, else the law of {@link
   * GpuFallbacks#marketUsdPerHour}.
   */
  public double askUsdPerHour() {
    return Double.isNaN(marketUsdPerHour)
        ? GpuFallbacks.standard().marketUsdPerHour(this)
        : marketUsdPerHour;
  }
}
