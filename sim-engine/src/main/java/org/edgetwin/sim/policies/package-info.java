/** The heuristic schedulers: orderings, placements, and what they share. */
package org.edgetwin.sim.policies;
