package org.edgetwin.reports.learning;

/**
 * A policy against the first baseline in one window.
 *
 * @param load its stratum, such as {@code 0.9}
 * @param window its name
 * @param policyCost mean over seeds, positive
 * @param baselineCost positive
 * @param ratio policy over baseline
 */
public record WindowComparison(
    String load, String window, double policyCost, double baselineCost, double ratio) {}
