/**
 * Scenario files, traces and workload generators: what to simulate, read from the outside world.
 */
@NullMarked
package org.edgetwin.scenarios;

import org.jspecify.annotations.NullMarked;
