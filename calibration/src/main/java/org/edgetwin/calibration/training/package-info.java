/**
 * The training step of one job on many GPUs, and its collectives: fits to Gavel's, Pollux' and
 * Vidur's measurements, and checks on what was left out.
 */
package org.edgetwin.calibration.training;
