package org.edgetwin.sim.experiment;

import org.jspecify.annotations.Nullable;

/**
 * What the replications say of one figure.
 *
 * @param mean mean over the replications in which it is defined; NaN if there is none
 * @param ci95 95 % confidence interval of the mean, or null
 * @param n number of replications in the mean
 * @param whyNoInterval in words why {@code ci95} is null; null if there is an interval
 */
public record Estimate(
    double mean, @Nullable Interval ci95, int n, @Nullable String whyNoInterval) {}
