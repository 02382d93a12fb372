/**
 * Many runs and what they prove: replications on common random numbers, intervals, paired
 * differences, lower bounds. The only place where wall-clock time is measured.
 */
@NullMarked
package org.edgetwin.sim.experiment;

import org.jspecify.annotations.NullMarked;
