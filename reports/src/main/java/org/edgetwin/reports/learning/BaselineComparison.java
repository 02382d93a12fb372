package org.edgetwin.reports.learning;

import org.jspecify.annotations.Nullable;

/**
 * A policy against one baseline. Ratios are cost of the policy over cost of the baseline in the
 * same window; below 1 the policy is better.
 *
 * @param baseline its name
 * @param description what it is and knows; may be empty
 * @param meanCost of the baseline over all windows
 * @param meanRatio mean of the ratios: all windows weigh alike
 * @param interquartileMeanRatio mean of the middle half of the ratios
 * @param geometricMeanRatio the same whichever of the two is below the line
 * @param ratioOfSums mean cost over mean cost: costly windows weigh more
 * @param worstRatio the greatest mean over the seeds of the ratios of a window
 * @param improvementProbability share of (seed, window) pairs in which the policy is cheaper
 * @param boundedSlowdownRatio mean of the ratios of mean bounded slowdown (floor 600 s)
 * @param p95Ratio mean of the ratios of the 95th percentile of completion times
 * @param gapShare share of the gap from it to the clairvoyant rule that the policy closes, on mean
 *     costs; null if there is no clairvoyant rule
 */
public record BaselineComparison(
    String baseline,
    String description,
    double meanCost,
    IntervalEstimate meanRatio,
    IntervalEstimate interquartileMeanRatio,
    IntervalEstimate geometricMeanRatio,
    IntervalEstimate ratioOfSums,
    double worstRatio,
    IntervalEstimate improvementProbability,
    IntervalEstimate boundedSlowdownRatio,
    IntervalEstimate p95Ratio,
    @Nullable IntervalEstimate gapShare) {}
