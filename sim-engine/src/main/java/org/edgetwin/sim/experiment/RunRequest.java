package org.edgetwin.sim.experiment;

/**
 * One run to execute.
 *
 * @param key which run
 * @param keepsResult whether its job records and time series are wanted, not only its figures: they
 *     take some hundred bytes per job
 * @param boundsWanted whether lower bounds are computed
 */
public record RunRequest(RunKey key, boolean keepsResult, boolean boundsWanted) {}
