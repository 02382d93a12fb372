/** Fits of the law of language-model inference, and its checks on two sets of measurements. */
package org.edgetwin.calibration.inference;
