/** Slurm's priorities and its two scheduling loops. */
package org.edgetwin.sim.policies.slurm;
