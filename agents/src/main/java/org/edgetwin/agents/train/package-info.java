/**
 * The mathematics of training: proximal policy optimisation of two agents with one reward, a warm
 * start by imitation, and what is needed to continue a training that was cut off.
 */
package org.edgetwin.agents.train;
