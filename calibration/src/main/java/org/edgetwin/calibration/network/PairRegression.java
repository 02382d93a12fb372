package org.edgetwin.calibration.network;

import org.edgetwin.gpu.network.PairField;
import org.edgetwin.gpu.network.SiteKernel;
import org.edgetwin.gpu.network.SquareMatrices;

/**
 * Fits a {@link PairField}: Gaussian-process regression [rasmussen2006] on ordered pairs, whose
 * covariance is a product over the two ends. So the covariance matrix times a vector is {@code K X
 * K} with the small matrix K of the sites, and conjugate gradients solve the regression without
 * ever forming the large matrix. The noise is Student's t with two degrees of freedom, by
 * reweighting: wild measurements lose their say.
 *
 * @param kernel of the sites
 * @param variance of the field
 * @param noise variance of one measurement
 */
record PairRegression(SiteKernel kernel, double variance, double noise) {
  private static final int REWEIGHTINGS = 3;
  private static final int MOST_STEPS = 400;
  private static final double TOLERANCE = 1e-3;
  private static final double DEGREES_OF_FREEDOM = 2;

  PairField fit(PairSamples samples) {
    Solver solver = new Solver(samples);
    for (int i = 0; i <= REWEIGHTINGS; i++) {
      solver.solve();
      solver.reweight();
    }
    return new PairField(samples.sites(), kernel, variance, solver.weights);
  }

  private final class Solver {
    private final int count;
    private final double[] similarity;
    private final double[] target;
    private final double[] noiseOfPair;
    private final double[] mask;
    private final double[] weights;

    private Solver(PairSamples samples) {
      count = samples.sites().size();
      similarity = kernel.matrix(samples.sites());
      int pairs = samples.pairCount();
      target = new double[pairs];
      noiseOfPair = new double[pairs];
      mask = new double[pairs];
      weights = new double[pairs];
      for (int pair = 0; pair < pairs; pair++) {
        target[pair] = samples.mean(pair);
        mask[pair] = samples.isMeasured(pair) ? 1 : 0;
        noiseOfPair[pair] = noise;
      }
    }

    /** Covariance of the measured pairs times a vector, without noise; 0 where not measured. */
    private double[] covariance(double[] vector) {
      double[] half = SquareMatrices.product(vector, similarity, count);
      double[] whole = SquareMatrices.product(similarity, half, count);
      for (int i = 0; i < whole.length; i++) {
        whole[i] *= variance * mask[i];
      }
      return whole;
    }

    private double[] apply(double[] vector) {
      double[] image = covariance(vector);
      for (int i = 0; i < image.length; i++) {
        image[i] += noiseOfPair[i] * vector[i];
      }
      return image;
    }

    /** Divides by the diagonal of the system. */
    private double[] precondition(double[] vector) {
      double[] result = new double[vector.length];
      for (int i = 0; i < result.length; i++) {
        int from = i / count;
        int to = i % count;
        double own = similarity[from * count + from] * similarity[to * count + to];
        result[i] = vector[i] / (variance * own + noiseOfPair[i]);
      }
      return result;
    }

    /** Conjugate gradients, from the weights of the last round. */
    private void solve() {
      double[] residual = apply(weights);
      for (int i = 0; i < residual.length; i++) {
        residual[i] = target[i] - residual[i];
      }
      double goal = TOLERANCE * TOLERANCE * dot(target, target);
      double[] direction = precondition(residual);
      double descent = dot(residual, direction);
      for (int step = 0; step < MOST_STEPS && dot(residual, residual) > goal; step++) {
        double[] image = apply(direction);
        double length = descent / dot(direction, image);
        addTo(weights, length, direction);
        addTo(residual, -length, image);
        double[] next = precondition(residual);
        double nextDescent = dot(residual, next);
        addTo(next, nextDescent / descent, direction);
        direction = next;
        descent = nextDescent;
      }
    }

    private void reweight() {
      double[] mean = covariance(weights);
      for (int i = 0; i < mean.length; i++) {
        double error = target[i] * mask[i] - mean[i];
        noiseOfPair[i] = (DEGREES_OF_FREEDOM * noise + error * error) / (DEGREES_OF_FREEDOM + 1);
      }
    }
  }

  private static void addTo(double[] sum, double factor, double[] vector) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * vector[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
