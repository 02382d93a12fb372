/** From a scenario file to a run folder. */
@NullMarked
package org.edgetwin.cli.simulate;

import org.jspecify.annotations.NullMarked;
