package org.edgetwin.calibration.speed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.fitting.leastsquares.MultivariateJacobianFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.util.Pair;
import org.edgetwin.gpu.operators.GpuEffects;
import org.edgetwin.gpu.operators.PassWork;
import org.edgetwin.gpu.operators.TransferLaw;

/**
 * Fits the transfer law to measured passes: the most probable constants and effects of GPUs
 * together, in log space.
 *
 * <p>Each GPU has effects of its own, normal around 0. So the many runs on one GPU do not outvote
 * the other GPUs on how efficiency follows from a data sheet, and a GPU that was not seen is
 * predicted at the centre. Errors of runs are robust (pseudo-Huber), since some runs were
 * disturbed. Constants have wide priors.
 *
 * @param law the constants
 * @param effectsById of the GPUs fitted on
 */
record TransferFit(TransferLaw law, Map<String, GpuEffects> effectsById) {
  /** Log error of a run on a GPU whose effects are known, before its tails. */
  private static final double RUN_SD = 0.06;

  private static final double COMPUTE_EFFECT_SD = 0.15;
  private static final double BANDWIDTH_EFFECT_SD = 0.08;

  /** How sharp the knee of the efficiency is; not fitted, nine GPUs cannot tell. */
  private static final double KNEE_SHARPNESS = 3;

  private static final double STEP = 1e-6;
  private static final int CONSTANTS = 10;

  /** Medians of the priors, in the order of {@link #law(double[], boolean)}. */
  private static final double[] PRIOR = {0.85, 1.2, 0.85, 0.95, 1, 1, 1, 1, 2.7, 0.8e-3};

  /** Standard deviations of the logs. */
  private static final double[] PRIOR_SD = {0.2, 0.5, 0.1, 0.15, 0.2, 0.4, 0.4, 0.4, 0.2, 0.4};

  static TransferFit to(List<MeasuredPass> passes) {
    return new Problem(passes, true).solve();
  }

  /** A fit that knows no difference between wide and narrow multiprocessors. */
  static TransferFit withoutWideFactor(List<MeasuredPass> passes) {
    return new Problem(passes, false).solve();
  }

  private static TransferLaw law(double[] logs, boolean wideFactor) {
    double[] value = new double[CONSTANTS];
    for (int i = 0; i < CONSTANTS; i++) {
      value[i] = PRIOR[i] * Math.exp(PRIOR_SD[i] * logs[i]);
    }
    return new TransferLaw(
        value[0],
        value[1],
        KNEE_SHARPNESS,
        wideFactor ? value[2] : 1,
        value[3],
        value[4],
        value[5],
        value[6],
        value[7],
        value[8],
        value[9]);
  }

  /** The residuals; parameters are in standard deviations of their priors. */
  private static final class Problem {
    private final List<MeasuredPass> passes;
    private final List<PassWork> works;
    private final List<String> ids;
    private final boolean wideFactor;

    Problem(List<MeasuredPass> passes, boolean wideFactor) {
      this.passes = passes;
      this.wideFactor = wideFactor;
      works = passes.stream().map(MeasuredPass::work).toList();
      ids = passes.stream().map(pass -> pass.gpu().id()).distinct().toList();
    }

    TransferFit solve() {
      double[] start = new double[CONSTANTS + 2 * ids.size()];
      double[] found =
          new LevenbergMarquardtOptimizer()
              .optimize(
                  new LeastSquaresBuilder()
                      .start(start)
                      .model(jacobian())
                      .target(new double[residuals(start).length])
                      .maxEvaluations(1000)
                      .maxIterations(200)
                      .build())
              .getPoint()
              .toArray();
      Map<String, GpuEffects> effects = new LinkedHashMap<>();
      ids.forEach(id -> effects.put(id, effects(found, id)));
      return new TransferFit(law(found, wideFactor), effects);
    }

    private MultivariateJacobianFunction jacobian() {
      return point -> {
        double[] at = point.toArray();
        double[] value = residuals(at);
        double[][] slopes = new double[value.length][at.length];
        for (int j = 0; j < at.length; j++) {
          double[] moved = at.clone();
          moved[j] += STEP;
          double[] there = residuals(moved);
          for (int i = 0; i < value.length; i++) {
            slopes[i][j] = (there[i] - value[i]) / STEP;
          }
        }
        return Pair.create(
            new ArrayRealVector(value, false), new Array2DRowRealMatrix(slopes, false));
      };
    }

    private double[] residuals(double[] at) {
      TransferLaw law = law(at, wideFactor);
      List<GpuEffects> effects = new ArrayList<>();
      ids.forEach(id -> effects.add(effects(at, id)));
      double[] residuals = new double[passes.size() + at.length];
      for (int i = 0; i < passes.size(); i++) {
        MeasuredPass pass = passes.get(i);
        GpuEffects own = effects.get(ids.indexOf(pass.gpu().id()));
        residuals[i] =
            robust(Math.log(law.seconds(works.get(i), pass.gpu(), own) / pass.seconds()) / RUN_SD);
      }
      System.arraycopy(at, 0, residuals, passes.size(), at.length);
      return residuals;
    }

    /** Its square is quadratic for small errors and linear for large ones. */
    private static double robust(double error) {
      return error * Math.sqrt(2 / (1 + Math.hypot(1, error)));
    }

    private GpuEffects effects(double[] at, String id) {
      int position = CONSTANTS + 2 * ids.indexOf(id);
      return new GpuEffects(
          COMPUTE_EFFECT_SD * at[position], BANDWIDTH_EFFECT_SD * at[position + 1]);
    }
  }
}
