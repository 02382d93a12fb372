package org.edgetwin.sim.experiment;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.Percentiles;
import umontreal.ssj.rng.RandomStream;

/**
 * Percentiles of resampled means [efron1993]. All figures of an experiment use the same resamples,
 * so they move together and do not depend on their order. Not thread-safe.
 */
final class BootstrapInference implements Inference {
  private static final int RESAMPLES = 10_000;

  private final long seed;

  /** For each sample size: which values make up the resamples, one after the other. */
  private final Map<Integer, int[]> indicesBySize = new HashMap<>();

  BootstrapInference(long seed) {
    this.seed = seed;
  }

  @Override
  public int minimum() {
    return ExperimentPlan.BOOTSTRAP_MINIMUM;
  }

  @Override
  public Interval interval(Sample sample, double confidence) {
    double[] meanArray = resampledMeans(sample);
    Arrays.sort(meanArray);
    return new Interval(
        Percentiles.of(meanArray, (1 - confidence) / 2),
        Percentiles.of(meanArray, (1 + confidence) / 2));
  }

  /** The smallest level at which the interval does not contain 0, to about 1 / 5,000. */
  @Override
  public double pValue(Sample sample) {
    int notAbove = 1;
    int notBelow = 1;
    for (double mean : resampledMeans(sample)) {
      notAbove += mean <= 0 ? 1 : 0;
      notBelow += mean >= 0 ? 1 : 0;
    }
    return Math.min(1, 2.0 * Math.min(notAbove, notBelow) / (RESAMPLES + 1));
  }

  private double[] resampledMeans(Sample sample) {
    int size = sample.size();
    int[] indices = indicesBySize.computeIfAbsent(size, this::draw);
    double[] meanArray = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      double sum = 0;
      for (int j = 0; j < size; j++) {
        sum += sample.value(indices[i * size + j]);
      }
      meanArray[i] = sum / size;
    }
    return meanArray;
  }

  private int[] draw(int size) {
    RandomStream stream = new Streams(seed, 1).stream("statistics/bootstrap");
    int[] indices = new int[RESAMPLES * size];
    stream.nextArrayOfInt(0, size - 1, indices, 0, indices.length);
    return indices;
  }
}
