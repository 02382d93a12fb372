package org.edgetwin.sim.experiment;

import org.edgetwin.sim.metrics.Metric;
import org.jspecify.annotations.Nullable;

/**
 * One scheduler against another on the same replications.
 *
 * @param a name of the first scheduler
 * @param b name of the second
 * @param metric the figure compared
 * @param diff mean over the replications of (value of a - value of b)
 * @param ci95 95 % confidence interval of {@code diff}, of this comparison alone; null if there is
 *     none
 * @param n replications in which the figure is defined for both
 * @param pValue two-sided p-value of "no difference", of this comparison alone; NaN if there is
 *     none
 * @param adjustedPValue the same, corrected by Holm's method for all comparisons of the
 *     experiment's headline metrics; NaN for other metrics
 * @param varianceRatio (variance of a + variance of b) / variance of the difference: how many times
 *     more replications independent random numbers would have taken; NaN if undefined
 * @param better name of the better scheduler, or null if that is not established
 * @param verdict the same in words, with the reason
 */
public record PairedDifference(
    String a,
    String b,
    Metric metric,
    double diff,
    @Nullable Interval ci95,
    int n,
    double pValue,
    double adjustedPValue,
    double varianceRatio,
    @Nullable String better,
    String verdict) {}
