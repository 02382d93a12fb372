package org.edgetwin.scenarios.trace;

import org.edgetwin.gpu.GpuModel;
import org.jspecify.annotations.Nullable;

/**
 * One node of a node list.
 *
 * @param name its name
 * @param cpuMilli CPU, thousandths of cores
 * @param memoryMib host memory, MiB
 * @param gpus number of GPUs
 * @param gpuModel their model; null without GPUs
 */
public record InventoryNode(
    String name, int cpuMilli, int memoryMib, int gpus, @Nullable GpuModel gpuModel) {}
