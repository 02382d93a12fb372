package org.edgetwin.sim.policies.elastic;

import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.job.JobView;

/**
 * A gang that {@link Sia} may give a job.
 *
 * @param cost what it adds to the objective instead of the cost of a job without GPUs
 */
record Configuration(JobView job, NodeGroupView group, int gpus, double cost) {}
