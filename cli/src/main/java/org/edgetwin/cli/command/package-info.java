/** One class for each command of {@code edgetwin}, and the options they share. */
@NullMarked
package org.edgetwin.cli.command;

import org.jspecify.annotations.NullMarked;
