/**
 * The random walk Gaussian process (RWGP): what a scheduler that learns believes about machines,
 * behind the port {@link org.edgetwin.sim.belief.MachineBelief}.
 */
package org.edgetwin.agents.gp;
