package org.edgetwin.sim.workload;

import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.JobState;

/**
 * The end of a job, as its workload hears of it.
 *
 * @param job what was submitted
 * @param time now, seconds since the start of the run
 * @param firstStartTime its first start, or NaN if it never started
 * @param state its final state
 */
public record JobEnd(JobSpec job, double time, double firstStartTime, JobState state) {}
