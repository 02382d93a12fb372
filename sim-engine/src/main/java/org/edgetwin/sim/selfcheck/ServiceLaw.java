package org.edgetwin.sim.selfcheck;

import org.edgetwin.sim.distribution.Distribution;
import org.edgetwin.sim.distribution.Distributions;

/**
 * A law of service times with mean 1.
 *
 * @param name short name for cells
 * @param distribution to draw from
 * @param secondMoment E[S^2]
 */
record ServiceLaw(String name, Distribution distribution, double secondMoment) {
  static final ServiceLaw EXPONENTIAL =
      new ServiceLaw("exponential", new Distributions.Exponential(1), 2);

  static final ServiceLaw DETERMINISTIC =
      new ServiceLaw("deterministic", new Distributions.Constant(1), 1);

  /** Weibull of shape 1/2: subexponential, squared coefficient of variation 5. */
  static final ServiceLaw HEAVY_TAILED =
      new ServiceLaw("heavy-tailed", new Distributions.Weibull(0.5, 0.5), 6);

  /** Two exponential phases with balanced means, squared coefficient of variation 10. */
  static final ServiceLaw HYPEREXPONENTIAL = hyperexponential(ExponentialMixture.balanced(10));

  private static ServiceLaw hyperexponential(ExponentialMixture mixture) {
    return new ServiceLaw(
        "H2",
        new Distributions.HyperExponential(
            mixture.weight(0), 1 / mixture.rate(0), 1 / mixture.rate(1)),
        mixture.secondMoment());
  }
}
