/** Simulated LLM services against runs of a real engine. */
package org.edgetwin.calibration.serving;
