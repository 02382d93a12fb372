/** Simulated schedulers against runs of a real cluster. */
package org.edgetwin.calibration.scheduling;
