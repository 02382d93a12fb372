package org.edgetwin.calibration.sharing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.edgetwin.gpu.sharing.JobKind;

/**
 * What is believed about demands before any pair: in every coordinate the jobs of a family lie
 * around the family's mean with standard deviation {@value #WITHIN}, and families around the centre
 * with {@value #BETWEEN}. The means are integrated out.
 */
final class DemandPrior {
  private static final double WITHIN = 0.7;
  private static final double BETWEEN = 2.2;

  /** Centre of a demand: 0.73 of a resource, as logit. */
  private static final double DEMAND = 1;

  /** Centre of a sensitivity: 0.2, as logarithm. */
  private static final double SENSITIVITY = Math.log(0.2);

  private static final double PRECISION = 1 / (WITHIN * WITHIN);

  private final int width;
  private final double[] centre;

  /** Jobs of each family. */
  private final int[][] families;

  /**
   * @param width coordinates of one job: first demands, then as many sensitivities
   */
  DemandPrior(List<JobKind> jobs, int width) {
    this.width = width;
    centre = new double[jobs.size() * width];
    Arrays.setAll(centre, k -> k % width < width / 2 ? DEMAND : SENSITIVITY);
    families =
        jobs.stream()
            .map(JobKind::family)
            .distinct()
            .map(
                family ->
                    IntStream.range(0, jobs.size())
                        .filter(i -> jobs.get(i).family().equals(family))
                        .toArray())
            .toArray(int[][]::new);
  }

  double[] centre() {
    return centre.clone();
  }

  int[][] families() {
    return families;
  }

  /** Minus the logarithm of the prior density, up to a constant. */
  double cost(double[] x) {
    double cost = 0;
    for (int[] family : families) {
      for (int c = 0; c < width; c++) {
        double sum = 0;
        double squares = 0;
        for (int job : family) {
          double off = x[job * width + c] - centre[job * width + c];
          sum += off;
          squares += off * off;
        }
        cost += PRECISION * (squares - pull(family) * sum * sum) / 2;
      }
    }
    return cost;
  }

  /** Adds gradient and second derivatives of the cost. */
  void addTo(double[] x, double[] gradient, double[][] hessian) {
    for (int[] family : families) {
      for (int c = 0; c < width; c++) {
        double sum = 0;
        for (int job : family) {
          sum += x[job * width + c] - centre[job * width + c];
        }
        for (int job : family) {
          int k = job * width + c;
          gradient[k] += PRECISION * (x[k] - centre[k] - pull(family) * sum);
          hessian[k][k] += PRECISION;
          for (int other : family) {
            hessian[k][other * width + c] -= PRECISION * pull(family);
          }
        }
      }
    }
  }

  /** How far a family's own mean replaces the centre, per member. */
  private static double pull(int[] family) {
    return PRECISION / (1 / (BETWEEN * BETWEEN) + family.length * PRECISION);
  }
}
