/** What the names in a scenario stand for. */
@NullMarked
package org.edgetwin.scenarios.names;

import org.jspecify.annotations.NullMarked;
