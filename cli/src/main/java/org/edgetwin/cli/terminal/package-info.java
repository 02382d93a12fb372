/** What people and machines see of the program: texts, tables, JSON, progress. */
@NullMarked
package org.edgetwin.cli.terminal;

import org.jspecify.annotations.NullMarked;
