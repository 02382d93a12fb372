package org.edgetwin.reports.learning;

/**
 * How much of the way from a rule to clairvoyance a policy goes, on mean costs.
 *
 * @param rule where the way begins
 * @param clairvoyant where it ends
 * @param share 0 is no better than the rule, 1 as good as clairvoyance
 */
public record GapShare(String rule, String clairvoyant, IntervalEstimate share) {}
