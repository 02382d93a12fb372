/**
 * The simulated cluster: jobs on machines through time. It is driven from outside, one decision at
 * a time, and can be forked.
 */
package org.edgetwin.sim.engine;
