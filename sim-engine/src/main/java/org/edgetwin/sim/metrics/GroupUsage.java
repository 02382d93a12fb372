package org.edgetwin.sim.metrics;

import org.edgetwin.gpu.GpuModel;

/**
 * How much one node group was used.
 *
 * @param upGpuSeconds GPU-seconds that its nodes ran jobs or could: up or draining
 * @param heldGpuSeconds GPU-seconds that jobs held, shares counted as such
 */
public record GroupUsage(
    int group,
    GpuModel gpuModel,
    String region,
    String site,
    boolean community,
    double priceUsdPerGpuHour,
    int nodes,
    int gpus,
    double upGpuSeconds,
    double heldGpuSeconds) {}
