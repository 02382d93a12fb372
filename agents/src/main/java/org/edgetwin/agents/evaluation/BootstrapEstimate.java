package org.edgetwin.agents.evaluation;

import org.edgetwin.sim.experiment.Interval;

/**
 * A figure and how sure it is.
 *
 * @param value on all seeds and windows; NaN if undefined
 * @param ci95 95 % percentile interval over the resamples in which it is defined; NaN if in none
 */
public record BootstrapEstimate(double value, Interval ci95) {}
