package org.edgetwin.gpu.sharing;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/** One process over pairs, given what was seen [rasmussen2006, section 2.2]. */
final class GaussianProcess {
  private final Symmetry symmetry;
  private final PairVariances variances;
  private final List<JobPair> seen;
  private final DecompositionSolver solver;

  GaussianProcess(Symmetry symmetry, PairVariances variances, List<JobPair> seen) {
    this.symmetry = symmetry;
    this.variances = variances;
    this.seen = seen;
    RealMatrix matrix = covariance(seen, seen);
    for (int i = 0; i < seen.size(); i++) {
      matrix.addToEntry(i, i, noise(seen.get(i)));
    }
    solver = new CholeskyDecomposition(matrix).getSolver();
  }

  /** Weights of what was seen in every mean. */
  RealVector weights(double[] values) {
    return solver.solve(new ArrayRealVector(values, false));
  }

  /** Prior covariances of a pair with what was seen. */
  RealVector with(JobPair pair) {
    double[] scratch = new double[PairKernel.PARTS];
    double[] covariances = new double[seen.size()];
    for (int i = 0; i < covariances.length; i++) {
      covariances[i] = variances.covariance(pair, seen.get(i), symmetry, scratch);
    }
    return new ArrayRealVector(covariances, false);
  }

  /**
   * Variance of one more measurement of a pair whose covariances with what was seen are these. The
   * noise counts: it holds what is peculiar to a pair. Twins have no difference to measure.
   */
  double forecastVariance(JobPair pair, RealVector with) {
    double prior = variances.covariance(pair, pair, symmetry, new double[PairKernel.PARTS]);
    return prior == 0 ? 0 : Math.max(0, prior - with.dotProduct(solver.solve(with))) + noise(pair);
  }

  /** Posterior covariances of pairs: {@code [pairs][pairs]}. */
  double[][] posterior(List<JobPair> pairs) {
    RealMatrix cross = covariance(seen, pairs);
    RealMatrix explained = cross.transpose().multiply(solver.solve(cross));
    return covariance(pairs, pairs).subtract(explained).getData();
  }

  /** Variance of the noise of one measurement of this pair. */
  double noise(JobPair pair) {
    return variances.noise() * PairSample.noiseScale(pair);
  }

  private RealMatrix covariance(List<JobPair> rows, List<JobPair> columns) {
    double[] scratch = new double[PairKernel.PARTS];
    double[][] matrix = new double[rows.size()][columns.size()];
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < columns.size(); j++) {
        matrix[i][j] = variances.covariance(rows.get(i), columns.get(j), symmetry, scratch);
      }
    }
    return new Array2DRowRealMatrix(matrix, false);
  }
}
