/**
 * The clock, the event list and the random streams.
 *
 * <p>Time is a {@code double} in seconds since the start of the run. Events at equal times fire in
 * the order of their {@link org.edgetwin.sim.kernel.Phase}, then in the order in which they were
 * scheduled.
 */
package org.edgetwin.sim.kernel;
