package org.edgetwin.calibration.sharing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.edgetwin.gpu.sharing.JobDemand;
import org.edgetwin.gpu.sharing.JobKind;
import org.edgetwin.gpu.sharing.MeasuredPair;
import org.edgetwin.gpu.sharing.SharingLaw;
import org.edgetwin.gpu.sharing.SharingMode;
import org.edgetwin.sim.kernel.Streams;
import umontreal.ssj.rng.RandomStream;

/**
 * Demands and sensitivities from measured pairs, by Levenberg and Marquardt's method
 * [marquardt1963]. There are several minima: a few random starts run for a few steps, and the best
 * goes on.
 */
final class DemandFit {
  private static final int STARTS = 3;
  private static final int SHORT = 8;
  private static final int LONG = 30;

  /** Half width of the random logits of demand, by family, around the prior's centre. */
  private static final double SPREAD = 1.7;

  private static final double FIRST_DAMPING = 1e-2;
  private static final double DAMPING_FACTOR = 5;
  private static final double LEAST_DAMPING = 1e-6;
  private static final int MOST_TRIES = 6;

  /** Relative gain of a step that ends the search. */
  private static final double TOLERANCE = 1e-4;

  private final DemandProblem problem;
  private double[] x;
  private double cost;
  private double damping = FIRST_DAMPING;

  private DemandFit(DemandProblem problem, double[] start) {
    this.problem = problem;
    x = start;
    cost = problem.cost(x);
  }

  /**
   * @param measured pairs that fit in memory
   */
  static Map<JobKind, JobDemand> fit(List<MeasuredPair> measured) {
    DemandProblem problem = new DemandProblem(measured);
    RandomStream stream = new Streams(1, 1).stream("calibration/sharing/starts");
    DemandFit best = null;
    for (int i = 0; i < STARTS; i++) {
      DemandFit fit = new DemandFit(problem, start(problem.prior(), stream));
      fit.descend(SHORT);
      if (best == null || fit.cost < best.cost) {
        best = fit;
      }
    }
    best.descend(LONG);
    Map<JobKind, JobDemand> demands = new LinkedHashMap<>();
    for (int i = 0; i < problem.jobs().size(); i++) {
      demands.put(problem.jobs().get(i), problem.demand(best.x, i));
    }
    return demands;
  }

  /** Fits, and predicts pairs with the law. */
  static KeptPredictor learn(List<MeasuredPair> measured) {
    Map<JobKind, JobDemand> demands = fit(measured);
    SharingLaw law = new SharingLaw(2, JobDemand.RESOURCES);
    return (self, other) -> {
      double[] kept = new double[2];
      JobDemand[] jobs = {demands.get(self), demands.get(other)};
      law.kept(jobs, 2, 0, SharingMode.Concurrent.UNLIMITED, kept);
      return kept[0];
    };
  }

  private static double[] start(DemandPrior prior, RandomStream stream) {
    double[] start = prior.centre();
    for (int[] family : prior.families()) {
      for (int r = 0; r < JobDemand.RESOURCES; r++) {
        double shift = SPREAD * (2 * stream.nextDouble() - 1);
        for (int job : family) {
          start[job * DemandProblem.WIDTH + r] += shift;
        }
      }
    }
    return start;
  }

  private void descend(int steps) {
    double[] gradient = new double[x.length];
    double[][] hessian = new double[x.length][x.length];
    for (int step = 0; step < steps; step++) {
      double before = cost;
      problem.derivatives(x, gradient, hessian);
      if (!improve(gradient, hessian) || before - cost < TOLERANCE * before) {
        return;
      }
    }
  }

  private boolean improve(double[] gradient, double[][] hessian) {
    double[] diagonal = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      diagonal[k] = hessian[k][k];
    }
    for (int i = 0; i < MOST_TRIES; i++) {
      double[] next = step(gradient, hessian, diagonal);
      double nextCost = problem.cost(next);
      if (nextCost < cost) {
        x = next;
        cost = nextCost;
        damping = Math.max(LEAST_DAMPING, damping / DAMPING_FACTOR);
        return true;
      }
      damping *= DAMPING_FACTOR;
    }
    return false;
  }

  private double[] step(double[] gradient, double[][] hessian, double[] diagonal) {
    for (int k = 0; k < x.length; k++) {
      hessian[k][k] = diagonal[k] * (1 + damping);
    }
    double[] step =
        new CholeskyDecomposition(new Array2DRowRealMatrix(hessian, false))
            .getSolver()
            .solve(new ArrayRealVector(gradient, false))
            .toArray();
    double[] next = x.clone();
    for (int k = 0; k < x.length; k++) {
      next[k] -= step[k];
    }
    return next;
  }
}
