package org.edgetwin.sim.experiment;

import org.jspecify.annotations.Nullable;

/**
 * What one ordering (or placement) adds to the mean of a grid.
 *
 * @param level its name
 * @param effect mean over its row (column) - mean over the grid, in the unit of the metric
 * @param ci95 95 % interval over the replications, of this effect alone; null if there is none
 */
public record LevelEffect(String level, double effect, @Nullable Interval ci95) {}
