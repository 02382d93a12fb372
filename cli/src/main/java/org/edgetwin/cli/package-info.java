/** The {@code edgetwin} command: wires the modules together; progress bars and exit codes. */
@NullMarked
package org.edgetwin.cli;

import org.jspecify.annotations.NullMarked;
