package org.edgetwin.calibration.inference;

import org.edgetwin.gpu.inference.Efficiencies;
import org.edgetwin.gpu.inference.ResidualPoint;

/**
 * A measured duration, with what the law says of it.
 *
 * @param entity what it belongs to, whole of which is left out of a fit
 * @param point where it lies
 * @param seconds measured
 * @param timing the law's seconds, given its constants
 */
record Observation(String entity, ResidualPoint point, double seconds, Timing timing) {
  /** The law of one measurement. */
  interface Timing {
    /** Seconds with these constants; {@code startSeconds} of a batch beside its iterations. */
    double seconds(Efficiencies efficiencies, double startSeconds);
  }

  String hardware() {
    return point.hardware();
  }
}
