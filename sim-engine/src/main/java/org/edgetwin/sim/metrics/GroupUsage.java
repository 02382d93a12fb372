package org.edgetwin.sim.metrics;

import org.edgetwin.gpu.GpuModel;
import org.jspecify.annotations.Nullable;

/**
 * How much one node group was used.
 *
 * @param operator who earned what jobs paid
 * @param priceUsdPerGpuHour what a GPU and hour cost; where prices moved or jobs paid by the call,
 *     what jobs paid for one on average, if they held any
 * @param upGpuSeconds GPU-seconds that its nodes ran jobs or could: up or draining
 * @param heldGpuSeconds GPU-seconds that jobs held, shares counted as such
 * @param rentUsd what jobs paid for GPU-hours
 * @param callsUsd what jobs paid by the call
 * @param hours the use of each hour; null unless it was asked for
 */
public record GroupUsage(
    int group,
    GpuModel gpuModel,
    String region,
    String site,
    boolean community,
    String operator,
    double priceUsdPerGpuHour,
    int nodes,
    int gpus,
    double upGpuSeconds,
    double heldGpuSeconds,
    double rentUsd,
    double callsUsd,
    @Nullable HourlyUse hours) {}
