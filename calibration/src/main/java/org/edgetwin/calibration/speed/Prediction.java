package org.edgetwin.calibration.speed;

import org.edgetwin.sim.validation.Comparison;

/**
 * A predicted time of a run that the fit has not seen.
 *
 * @param seconds predicted, s
 */
record Prediction(MeasuredPass pass, double seconds) {
  private static final double MILLI = 1e-3;

  double logError() {
    return Math.log(seconds / pass.seconds());
  }

  /** In ms. */
  Comparison comparison() {
    return new Comparison(pass.label(), seconds / MILLI, pass.seconds() / MILLI);
  }
}
