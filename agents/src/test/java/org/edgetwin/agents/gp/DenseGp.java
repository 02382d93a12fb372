package org.edgetwin.agents.gp;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.edgetwin.sim.belief.Observation;
import org.edgetwin.sim.belief.Prediction;

/**
 * The textbook: one covariance matrix over all observations [rasmussen2006, algorithm 2.1], the
 * kernel written down as it stands.
 */
final class DenseGp {
  private final List<Observation> seen;
  private final KernelParameters s;
  private final double[][] similarity;
  private final RealVector values;
  private final CholeskyDecomposition factor;

  DenseGp(List<Observation> seen, KernelParameters parameters, MachineGraph graph) {
    this.seen = seen;
    s = parameters;
    similarity = graph.kernel();
    int n = seen.size();
    RealMatrix covariance = new Array2DRowRealMatrix(n, n);
    values = new ArrayRealVector(n);
    for (int i = 0; i < n; i++) {
      values.setEntry(i, seen.get(i).logSlowdown());
      for (int j = 0; j < n; j++) {
        double noise = i == j ? s.noiseSd() * s.noiseSd() : 0;
        covariance.setEntry(i, j, kernel(seen.get(i), seen.get(j)) + noise);
      }
    }
    factor = new CholeskyDecomposition(covariance);
  }

  private double kernel(Observation a, Observation b) {
    double level =
        s.commonSd() * s.commonSd()
            + s.similaritySd() * s.similaritySd() * similarity[a.machine()][b.machine()];
    if (a.machine() != b.machine()) {
      return level;
    }
    double drift = Math.exp(-Math.abs(a.time() - b.time()) / s.driftTime());
    return level
        + s.behaviourSd() * s.behaviourSd()
        + s.ownSd() * s.ownSd()
        + s.driftSd() * s.driftSd() * drift
        + (a.workloadClass() == b.workloadClass() ? s.classSd() * s.classSd() : 0);
  }

  Prediction predict(int machine, int workloadClass, double time) {
    Observation at = new Observation(machine, workloadClass, time, 0);
    RealVector cross = new ArrayRealVector(seen.size());
    for (int i = 0; i < seen.size(); i++) {
      cross.setEntry(i, kernel(at, seen.get(i)));
    }
    RealVector solved = factor.getSolver().solve(cross);
    double level = kernel(at, at) - cross.dotProduct(solved);
    return new Prediction(
        solved.dotProduct(values), Math.sqrt(level + s.noiseSd() * s.noiseSd()), Math.sqrt(level));
  }

  double logMarginalLikelihood() {
    double logDeterminant = 0;
    for (int i = 0; i < seen.size(); i++) {
      logDeterminant += 2 * Math.log(factor.getL().getEntry(i, i));
    }
    return -0.5
        * (values.dotProduct(factor.getSolver().solve(values))
            + logDeterminant
            + seen.size() * Math.log(2 * Math.PI));
  }
}
