package org.edgetwin.reports.learning;

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
 * @param improvementProbability share of (seed, window) pairs in which the policy is cheaper
 */
public record BaselineComparison(
    String baseline,
    String description,
    double meanCost,
    IntervalEstimate meanRatio,
    IntervalEstimate interquartileMeanRatio,
    IntervalEstimate geometricMeanRatio,
    IntervalEstimate ratioOfSums,
    IntervalEstimate improvementProbability) {}
