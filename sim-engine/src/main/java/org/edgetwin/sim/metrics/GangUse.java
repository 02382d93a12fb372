package org.edgetwin.sim.metrics;

/**
 * What a job used whose attempts held different parts of GPUs: gangs that changed, or shares of
 * GPUs that it took turns on.
 *
 * @param resizes how often it got another gang or other GPUs
 * @param heldGpuSeconds GPU-seconds held
 * @param usefulGpuSeconds GPU-seconds with progress that was kept
 */
public record GangUse(int resizes, double heldGpuSeconds, double usefulGpuSeconds) {}
