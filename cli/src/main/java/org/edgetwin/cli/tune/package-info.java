/**
 * Searches the parameters of a scheduler on one part of a scenario and judges them on a later one.
 */
@NullMarked
package org.edgetwin.cli.tune;

import org.jspecify.annotations.NullMarked;
