package org.edgetwin.calibration.speed;

import org.edgetwin.gpu.operators.GpuTraits;
import org.edgetwin.gpu.operators.PassWork;
import org.edgetwin.gpu.operators.TransformerPass;

/**
 * A measured run.
 *
 * @param gpu that it ran on
 * @param pass what ran
 * @param seconds its time, s
 */
record MeasuredPass(GpuTraits gpu, TransformerPass pass, double seconds) {

  PassWork work() {
    return PassWork.of(pass, gpu.multiprocessors());
  }

  String label() {
    return "%s, %s %s, batch %d"
        .formatted(
            gpu.id(),
            pass.shape().name(),
            pass.training() ? "training" : "inference",
            pass.batch());
  }
}
