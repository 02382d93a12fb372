/** The folder that a run leaves behind, and the words and figures that go to the terminal. */
@NullMarked
package org.edgetwin.cli.output;

import org.jspecify.annotations.NullMarked;
