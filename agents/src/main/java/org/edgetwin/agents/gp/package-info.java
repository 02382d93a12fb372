/**
 * What a scheduler believes about the machines: how much slower than nominal each of them runs a
 * class of jobs, and how sure that is. Baselines and the random walk Gaussian process (RWGP) stand
 * behind one port, {@link org.edgetwin.agents.gp.MachineBelief}.
 */
package org.edgetwin.agents.gp;
