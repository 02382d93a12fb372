package org.edgetwin.sim.metrics;

/**
 * What an elastic job made of gangs that changed while it ran.
 *
 * @param resizes how often it got another gang or other GPUs
 * @param heldGpuSeconds GPU-seconds held
 * @param usefulGpuSeconds GPU-seconds with progress that was kept
 */
public record GangUse(int resizes, double heldGpuSeconds, double usefulGpuSeconds) {}
