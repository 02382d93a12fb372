/**
 * Searches the parameters of a scheduler: successive halving over random settings, then settings
 * near the best ones, all on the same replications.
 */
@NullMarked
package org.edgetwin.sim.tuning;

import org.jspecify.annotations.NullMarked;
