package org.edgetwin.agents.evaluation;

import org.edgetwin.sim.experiment.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A figure and how sure it is.
 *
 * @param value on all seeds and windows; NaN if undefined
 * @param ci95 95 % percentile interval over the resamples in which it is defined; null if it is in
 *     none, or if windows cannot be resampled because each stratum has one
 */
public record BootstrapEstimate(double value, @Nullable Interval ci95) {}
