package org.edgetwin.calibration.churn;

import static org.edgetwin.calibration.churn.LifetimeFit.Family.EXPONENTIAL;
import static org.edgetwin.calibration.churn.LifetimeFit.Family.LOG_NORMAL;
import static org.edgetwin.calibration.churn.LifetimeFit.Family.WEIBULL;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.edgetwin.gpu.reliability.Lifetime;
import org.edgetwin.sim.validation.Comparison;
import org.edgetwin.sim.validation.Figure;

/** What both checks report of a fit. */
final class LifetimeFigures {
  private static final double SECONDS_PER_MINUTE = 60;

  private LifetimeFigures() {}

  /** How much likelier the log-normal law is than the others, and the Weibull shape. */
  static List<Figure> likelihoods(List<ObservedLife> lives) {
    double logNormal = LifetimeFit.of(LOG_NORMAL, lives).logLikelihood();
    LifetimeFit weibull = LifetimeFit.of(WEIBULL, lives);
    LifetimeFit exponential = LifetimeFit.of(EXPONENTIAL, lives);
    return List.of(
        Figure.reported(
            "log-likelihood, log-normal less Weibull", logNormal - weibull.logLikelihood()),
        Figure.reported(
            "log-likelihood, log-normal less exponential", logNormal - exponential.logLikelihood()),
        Figure.reported("Weibull shape", ((Lifetime.Weibull) weibull.law()).shape()));
  }

  /** The deciles that the estimate reaches, in minutes. */
  static List<Comparison> deciles(KaplanMeier measured, DoubleUnaryOperator quantileSeconds) {
    List<Comparison> comparisons = new ArrayList<>();
    for (int percent = 10; percent < 100; percent += 10) {
      double seconds = measured.quantile(percent / 100.0);
      if (!Double.isNaN(seconds)) {
        comparisons.add(
            new Comparison(
                percent + " % quantile",
                quantileSeconds.applyAsDouble(percent / 100.0) / SECONDS_PER_MINUTE,
                seconds / SECONDS_PER_MINUTE));
      }
    }
    return comparisons;
  }
}
