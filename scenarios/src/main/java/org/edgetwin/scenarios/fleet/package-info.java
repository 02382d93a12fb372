/** Makes the machines that a scenario describes. */
@NullMarked
package org.edgetwin.scenarios.fleet;

import org.jspecify.annotations.NullMarked;
