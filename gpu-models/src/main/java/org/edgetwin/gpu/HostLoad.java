package org.edgetwin.gpu;

/**
 * One job on one machine, as far as {@link HostContention} needs to know it.
 *
 * @param workload what it runs
 * @param workers of the job on this machine, one for each GPU it uses there
 * @param nodes machines over which its gang is spread
 * @param speed what {@link SpeedModel} says, times {@code gpuKept}
 * @param gpuKept what neighbours on its GPUs here leave it, in (0, 1]
 */
public record HostLoad(
    WorkloadClass workload, int workers, int nodes, double speed, double gpuKept) {}
