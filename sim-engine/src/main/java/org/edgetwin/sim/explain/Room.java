package org.edgetwin.sim.explain;

import org.jspecify.annotations.Nullable;

/**
 * What a node group had for a job just before a decision.
 *
 * @param group index of the node group
 * @param name its GPU model and site
 * @param nodes number of its nodes that are up
 * @param freeGpus GPUs free on them
 * @param usdPerGpuHour what a GPU costs
 * @param durationSeconds how long the job would take there by what the scheduler knows, alone, on
 *     one node; NaN if it knows too little
 * @param obstacle why the job could not start there; null if it could
 */
public record Room(
    int group,
    String name,
    int nodes,
    int freeGpus,
    double usdPerGpuHour,
    double durationSeconds,
    @Nullable Obstacle obstacle) {}
