/** Held against measurements: the port of a check, and how rows are left out of a fit. */
package org.edgetwin.calibration.validation;
