/**
 * How long nodes last and what is lost when they do not: laws of lifetimes, the spread of failure
 * rates over nodes, the week of an owner, and how often to save a checkpoint. Pure functions and
 * immutable records; the processes that draw from them are in the simulator.
 */
package org.edgetwin.gpu.reliability;
