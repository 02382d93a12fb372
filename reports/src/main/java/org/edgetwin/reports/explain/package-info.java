/** Why a job fared as it did, in words and as a page. */
@NullMarked
package org.edgetwin.reports.explain;

import org.jspecify.annotations.NullMarked;
