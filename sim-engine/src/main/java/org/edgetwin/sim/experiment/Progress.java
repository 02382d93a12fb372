package org.edgetwin.sim.experiment;

/**
 * How far an execution is.
 *
 * @param runsDone runs that have ended
 * @param runsTotal runs that were asked for
 * @param fraction share of the work done, in [0, 1]: runs that are under way count by their clock
 *     where the time of their end is about known
 * @param clockSeconds simulated clock of the run that reports
 * @param events events executed so far, over all runs
 */
public record Progress(
    int runsDone, int runsTotal, double fraction, double clockSeconds, long events) {}
