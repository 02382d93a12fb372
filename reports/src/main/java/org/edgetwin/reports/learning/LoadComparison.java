package org.edgetwin.reports.learning;

/**
 * A policy against one baseline on the windows of one load.
 *
 * @param load its name, such as {@code 0.9}
 * @param windows how many there are
 * @param policyCost mean over seeds and windows
 * @param baselineCost mean over windows
 * @param meanRatio mean of policy over baseline in the same window
 */
public record LoadComparison(
    String load,
    int windows,
    String baseline,
    double policyCost,
    double baselineCost,
    IntervalEstimate meanRatio) {}
