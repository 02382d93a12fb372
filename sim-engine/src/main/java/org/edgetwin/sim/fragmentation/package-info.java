/**
 * How much of the idle share of GPUs typical jobs cannot use: a measure, and what it is made of.
 */
package org.edgetwin.sim.fragmentation;
