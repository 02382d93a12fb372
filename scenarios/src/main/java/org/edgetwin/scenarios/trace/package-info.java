/** Recorded traces: readers, what they have in common, and what comes with the program. */
@NullMarked
package org.edgetwin.scenarios.trace;

import org.jspecify.annotations.NullMarked;
