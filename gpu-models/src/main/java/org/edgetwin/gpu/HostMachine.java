package org.edgetwin.gpu;

/**
 * A machine as far as jobs with GPUs of their own share it.
 *
 * @param gpu model of its GPUs
 * @param gpus number of them
 * @param cpuCores CPU cores; positive infinity if they are not counted
 */
public record HostMachine(GpuModel gpu, int gpus, double cpuCores) {}
