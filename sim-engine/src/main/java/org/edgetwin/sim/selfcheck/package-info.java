/**
 * The engine against theory: rows of exact answers from queueing, scheduling and reliability, and
 * what the engine gives for them through its public workload and scheduler ports.
 */
package org.edgetwin.sim.selfcheck;
