/** Problems in what a user wrote, each with the place, the value and a hint. */
@NullMarked
package org.edgetwin.scenarios.issue;

import org.jspecify.annotations.NullMarked;
