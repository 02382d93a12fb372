package org.edgetwin.gpu.sharing;

import java.util.ArrayList;
import java.util.List;

/**
 * Measured pairs as one process sees them: means of logarithms around their average, or half
 * differences. Twins have no difference; and their mean rests on one number instead of two, so its
 * noise has twice the variance.
 */
public final class PairSample {
  private final Symmetry symmetry;
  private final List<JobPair> pairs = new ArrayList<>();
  private final List<Double> values = new ArrayList<>();

  /** Of pairs that fit in memory. */
  public PairSample(Symmetry symmetry, List<MeasuredPair> measured) {
    this.symmetry = symmetry;
    double centre = symmetry == Symmetry.MEAN ? centre(measured) : 0;
    for (MeasuredPair pair : measured) {
      if (symmetry == Symmetry.MEAN || !pair.jobs().isTwins()) {
        pairs.add(pair.jobs());
        values.add(
            (Math.log(pair.keptA()) + symmetry.sign() * Math.log(pair.keptB())) / 2 - centre);
      }
    }
  }

  /** Average over pairs of the mean of both logarithms. */
  static double centre(List<MeasuredPair> measured) {
    return measured.stream()
        .mapToDouble(pair -> (Math.log(pair.keptA()) + Math.log(pair.keptB())) / 2)
        .average()
        .orElseThrow(() -> new IllegalArgumentException("No pair was measured."));
  }

  public Symmetry symmetry() {
    return symmetry;
  }

  public List<JobPair> pairs() {
    return List.copyOf(pairs);
  }

  /** {@code double[pairs]}. */
  public double[] values() {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** {@code double[pairs]}: variance of the noise of each value, in units of the usual one. */
  public double[] noiseScales() {
    return pairs.stream().mapToDouble(PairSample::noiseScale).toArray();
  }

  static double noiseScale(JobPair pair) {
    return pair.isTwins() ? 2 : 1;
  }
}
