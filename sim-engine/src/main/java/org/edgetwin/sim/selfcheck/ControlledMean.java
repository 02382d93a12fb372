package org.edgetwin.sim.selfcheck;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;

/**
 * The mean of a figure over independent replications, with linear control variates [lavenberg1981]:
 * the figure is regressed on the controls, whose means are known to be 0; the intercept is the
 * estimate, and its Student interval has one degree of freedom less for each control. Without
 * controls it is the ordinary mean and interval.
 *
 * @param mean the estimate
 * @param halfWidth half the width of its interval
 */
record ControlledMean(double mean, double halfWidth) {
  /** Confidence of all intervals. */
  static final double CONFIDENCE = 0.999;

  /** Below this share of the mean square a control is constant: nothing is drawn there. */
  private static final double CONSTANT = 1e-18;

  static ControlledMean of(List<Observation> observations, int figure) {
    double[] y = observations.stream().mapToDouble(o -> o.figures()[figure]).toArray();
    int[] columns = variableControls(observations);
    int freedom = y.length - columns.length - 1;
    double quantile = new TDistribution(freedom).inverseCumulativeProbability(tail());
    if (columns.length == 0) {
      double mean = Arrays.stream(y).average().orElseThrow();
      double squares = Arrays.stream(y).map(v -> (v - mean) * (v - mean)).sum();
      return new ControlledMean(mean, quantile * Math.sqrt(squares / freedom / y.length));
    }
    double[][] x = new double[y.length][columns.length];
    for (int i = 0; i < y.length; i++) {
      for (int c = 0; c < columns.length; c++) {
        x[i][c] = observations.get(i).controls()[columns[c]];
      }
    }
    OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
    regression.newSampleData(y, x);
    double mean = regression.estimateRegressionParameters()[0];
    double error = regression.estimateRegressionParametersStandardErrors()[0];
    return new ControlledMean(mean, quantile * error);
  }

  private static double tail() {
    return 1 - (1 - CONFIDENCE) / 2;
  }

  private static int[] variableControls(List<Observation> observations) {
    int count = observations.get(0).controls().length;
    int[] columns = new int[count];
    int kept = 0;
    for (int c = 0; c < count; c++) {
      int column = c;
      double sum = observations.stream().mapToDouble(o -> o.controls()[column]).sum();
      double mean = sum / observations.size();
      double spread =
          observations.stream()
              .mapToDouble(o -> Math.pow(o.controls()[column] - mean, 2))
              .average()
              .orElseThrow();
      if (spread > CONSTANT) {
        columns[kept++] = c;
      }
    }
    return Arrays.copyOf(columns, kept);
  }
}
