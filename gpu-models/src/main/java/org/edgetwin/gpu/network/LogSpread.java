package org.edgetwin.gpu.network;

/**
 * How far a law is off, as the standard deviation of the logarithm of measured over predicted (half
 * the distance between the quantiles at 0.16 and 0.84, so that a few wild measurements do not
 * decide).
 *
 * @param measured for a pair that was measured
 * @param unmeasured for a pair that was not, between sites that were
 * @param newSite if at least one site was never measured
 */
public record LogSpread(double measured, double unmeasured, double newSite) {
  double of(PairField field, Site from, Site to) {
    if (field.isMeasured(from, to)) {
      return measured;
    }
    return field.knows(from, to) ? unmeasured : newSite;
  }
}
