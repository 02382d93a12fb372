/** Held against measurements: the port of a check, its figures and bars, and the list of all. */
package org.edgetwin.calibration.validation;
