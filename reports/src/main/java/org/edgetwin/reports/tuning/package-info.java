/** What a search of a scheduler's parameters found, as a page. */
@NullMarked
package org.edgetwin.reports.tuning;

import org.jspecify.annotations.NullMarked;
