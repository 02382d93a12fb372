package org.edgetwin.calibration.sharing;

import java.util.List;
import org.edgetwin.gpu.sharing.MeasuredPair;
import org.edgetwin.gpu.sharing.PairHyperparameters;
import org.edgetwin.gpu.sharing.PairSample;
import org.edgetwin.gpu.sharing.PairVariances;
import org.edgetwin.gpu.sharing.Symmetry;

/** Hyper-parameters of the statistical model from measured pairs: the most probable ones. */
final class VarianceFit {
  private static final int MOST_STEPS = 40;

  /** In nats; forecasts do not change visibly before. */
  private static final double TOLERANCE = 0.02;

  private VarianceFit() {}

  /**
   * @param measured pairs that fit in memory
   */
  static PairHyperparameters fit(List<MeasuredPair> measured) {
    return new PairHyperparameters(
        variances(new PairSample(Symmetry.MEAN, measured)),
        variances(new PairSample(Symmetry.DIFFERENCE, measured)));
  }

  private static PairVariances variances(PairSample sample) {
    PairLikelihood likelihood = new PairLikelihood(sample);
    Descent.Point best =
        Descent.minimise(likelihood::at, PairLikelihood.start(), MOST_STEPS, TOLERANCE);
    return PairLikelihood.variances(best.x());
  }
}
