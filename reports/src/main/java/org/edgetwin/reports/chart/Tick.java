package org.edgetwin.reports.chart;

/**
 * A mark on an axis.
 *
 * @param position in the units of the axis
 * @param label shown beside it; may be empty
 */
record Tick(double position, String label) {}
