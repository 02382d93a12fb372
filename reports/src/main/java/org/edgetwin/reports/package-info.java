/** Charts, HTML, CSV and JSON: renders what a run has recorded and never simulates. */
@NullMarked
package org.edgetwin.reports;

import org.jspecify.annotations.NullMarked;
