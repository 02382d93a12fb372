/** Distributions of durations, gaps and sizes, sampled from named streams. */
package org.edgetwin.sim.distribution;
