package org.edgetwin.reports.learning;

/**
 * Costs normalised in each window: 0 is a weak rule, 1 a clairvoyant one.
 *
 * @param zero the rule that scores 0
 * @param one the rule that scores 1
 * @param windows that have a scale, since {@code one} is better than {@code zero} there
 * @param interquartileMean mean of the middle half of the scores
 * @param median of the scores
 * @param optimalityGap mean of what scores miss of 1
 */
public record ScoreSummary(
    String zero,
    String one,
    int windows,
    IntervalEstimate interquartileMean,
    IntervalEstimate median,
    IntervalEstimate optimalityGap) {}
