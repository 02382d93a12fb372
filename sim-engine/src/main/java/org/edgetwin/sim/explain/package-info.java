/**
 * Why a scheduler did what it did with one job: what it had to choose from, and what would have
 * come of its second choice, by running a fork of the simulation to its end.
 */
@NullMarked
package org.edgetwin.sim.explain;

import org.jspecify.annotations.NullMarked;
