/** Finds the run and the job that are to be explained. */
@NullMarked
package org.edgetwin.cli.explain;

import org.jspecify.annotations.NullMarked;
