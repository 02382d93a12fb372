package org.edgetwin.calibration.sharing;

import java.util.Arrays;
import java.util.List;
import org.edgetwin.gpu.sharing.JobPair;
import org.edgetwin.gpu.sharing.PairKernel;
import org.edgetwin.gpu.sharing.PairSample;
import org.edgetwin.gpu.sharing.PairVariances;

/**
 * Minus the logarithm of the marginal likelihood of a sample times the prior of the
 * hyper-parameters, and its gradient, both against the logarithms of the variances [rasmussen2006,
 * section 5.4].
 *
 * <p>Prior: each logarithm is normal around {@link #CENTRES} with standard deviation {@value
 * #PRIOR_DEVIATION}, a factor of 7. A family that is alone of its kind says little about how much
 * families differ; the prior keeps its weight from running away.
 */
final class PairLikelihood {
  /** One job moves the logarithm by about 0.1, a meeting by 0.045, noise by 0.022. */
  private static final double[] CENTRES = {
    -4.6, -4.6, -4.6, -6.2, -6.2, -6.2, -6.2, -6.2, -7.6,
  };

  private static final double PRIOR_DEVIATION = 2;

  private final double[] values;

  /** Lower triangles of the parts of the covariance, the noise's last. */
  private final double[][][] parts;

  PairLikelihood(PairSample sample) {
    values = sample.values();
    parts = parts(sample);
  }

  /** Where a search starts. */
  static double[] start() {
    return CENTRES.clone();
  }

  static PairVariances variances(double[] logs) {
    double[] variances = Arrays.stream(logs).map(Math::exp).toArray();
    return new PairVariances(
        Arrays.copyOf(variances, PairKernel.PARTS), variances[PairKernel.PARTS]);
  }

  /** Value and gradient at these logarithms. */
  Descent.Point at(double[] logs) {
    double[] weights = Arrays.stream(logs).map(Math::exp).toArray();
    SymmetricInverse inverse = new SymmetricInverse(sum(weights));
    double[] alpha = inverse.times(values);
    double value = (dot(values, alpha) + inverse.logDeterminant()) / 2;
    double[] gradient = new double[logs.length];
    double[] curvature = new double[logs.length];
    for (int p = 0; p < logs.length; p++) {
      double[] product = SymmetricInverse.product(parts[p], alpha);
      double off = (logs[p] - CENTRES[p]) / PRIOR_DEVIATION;
      value += off * off / 2;
      gradient[p] =
          weights[p] * (inverse.traceWith(parts[p]) - dot(alpha, product)) / 2
              + off / PRIOR_DEVIATION;
      curvature[p] =
          weights[p] * weights[p] * dot(product, inverse.times(product)) / 2
              + 1 / (PRIOR_DEVIATION * PRIOR_DEVIATION);
    }
    return new Descent.Point(logs, value, gradient, curvature);
  }

  private double[][] sum(double[] weights) {
    double[][] sum = new double[values.length][];
    for (int i = 0; i < sum.length; i++) {
      double[] row = new double[i + 1];
      for (int p = 0; p < weights.length; p++) {
        add(row, weights[p], parts[p][i]);
      }
      sum[i] = row;
    }
    return sum;
  }

  private static void add(double[] row, double weight, double[] part) {
    for (int j = 0; j < row.length; j++) {
      row[j] += weight * part[j];
    }
  }

  private static double[][][] parts(PairSample sample) {
    List<JobPair> pairs = sample.pairs();
    double[] noise = sample.noiseScales();
    double[][][] parts = new double[PairKernel.PARTS + 1][pairs.size()][];
    double[] scratch = new double[PairKernel.PARTS];
    for (int i = 0; i < pairs.size(); i++) {
      for (double[][] part : parts) {
        part[i] = new double[i + 1];
      }
      parts[PairKernel.PARTS][i][i] = noise[i];
      for (int j = 0; j <= i; j++) {
        PairKernel.parts(pairs.get(i), pairs.get(j), sample.symmetry(), scratch);
        for (int p = 0; p < PairKernel.PARTS; p++) {
          parts[p][i][j] = scratch[p];
        }
      }
    }
    return parts;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
