package org.edgetwin.calibration.sharing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.edgetwin.gpu.sharing.JobDemand;
import org.edgetwin.gpu.sharing.JobKind;
import org.edgetwin.gpu.sharing.MeasuredPair;
import org.edgetwin.gpu.sharing.SharingLaw;

/**
 * How badly demands explain measured pairs: Huber's loss of both members' errors plus the prior,
 * with the gradient and Gauss and Newton's second derivatives. Coordinates of a job: logits of its
 * demands, then logarithms of its sensitivities. Derivatives are differences of the shipped law
 * itself.
 */
final class DemandProblem {
  private static final int RESOURCES = JobDemand.RESOURCES;

  /** Coordinates of one job. */
  static final int WIDTH = 2 * RESOURCES;

  private static final int PAIR_WIDTH = 2 * WIDTH;

  /** Typical error of kept speed. */
  private static final double DEVIATION = 0.05;

  /** Errors beyond so many deviations count linearly [huber1964]. */
  private static final double LINEAR_FROM = 1.2;

  private static final double STEP = 1e-6;
  private static final double[] ONES = {1, 1};

  private final List<JobKind> jobs;
  private final List<MeasuredPair> pairs;
  private final int[][] members;
  private final DemandPrior prior;
  private final SharingLaw law = new SharingLaw(2, RESOURCES);
  private final double[] demands = new double[2 * RESOURCES];
  private final double[] sensitivities = new double[2 * RESOURCES];
  private final double[] local = new double[PAIR_WIDTH];
  private final double[] kept = new double[2];
  private final double[] moved = new double[2];
  private final double[][] slopes = new double[2][PAIR_WIDTH];

  DemandProblem(List<MeasuredPair> measured) {
    pairs = measured;
    jobs =
        measured.stream()
            .flatMap(pair -> Stream.of(pair.jobs().a(), pair.jobs().b()))
            .distinct()
            .toList();
    members =
        measured.stream()
            .map(pair -> new int[] {jobs.indexOf(pair.jobs().a()), jobs.indexOf(pair.jobs().b())})
            .toArray(int[][]::new);
    prior = new DemandPrior(jobs, WIDTH);
  }

  List<JobKind> jobs() {
    return jobs;
  }

  DemandPrior prior() {
    return prior;
  }

  double cost(double[] x) {
    double cost = prior.cost(x);
    for (int p = 0; p < members.length; p++) {
      predict(x, members[p]);
      cost += loss(error(p, 0));
      if (members[p][0] != members[p][1]) {
        cost += loss(error(p, 1));
      }
    }
    return cost;
  }

  /** Writes gradient and approximate second derivatives of the cost. */
  void derivatives(double[] x, double[] gradient, double[][] hessian) {
    Arrays.fill(gradient, 0);
    for (double[] row : hessian) {
      Arrays.fill(row, 0);
    }
    prior.addTo(x, gradient, hessian);
    for (int p = 0; p < members.length; p++) {
      predict(x, members[p]);
      differentiate();
      add(p, 0, gradient, hessian);
      if (members[p][0] != members[p][1]) {
        add(p, 1, gradient, hessian);
      }
    }
  }

  JobDemand demand(double[] x, int job) {
    double[] u = new double[RESOURCES];
    double[] s = new double[RESOURCES];
    for (int r = 0; r < RESOURCES; r++) {
      u[r] = share(x[job * WIDTH + r]);
      s[r] = Math.exp(x[job * WIDTH + RESOURCES + r]);
    }
    return JobDemand.of(u, s);
  }

  private void predict(double[] x, int[] pair) {
    System.arraycopy(x, pair[0] * WIDTH, local, 0, WIDTH);
    System.arraycopy(x, pair[1] * WIDTH, local, WIDTH, WIDTH);
    for (int k = 0; k < PAIR_WIDTH; k++) {
      place(k, local[k]);
    }
    law.concurrent(2, demands, sensitivities, ONES, ONES, kept);
  }

  private void differentiate() {
    for (int k = 0; k < PAIR_WIDTH; k++) {
      place(k, local[k] + STEP);
      law.concurrent(2, demands, sensitivities, ONES, ONES, moved);
      place(k, local[k]);
      slopes[0][k] = (moved[0] - kept[0]) / STEP / DEVIATION;
      slopes[1][k] = (moved[1] - kept[1]) / STEP / DEVIATION;
    }
  }

  private void place(int k, double value) {
    int at = k / WIDTH * RESOURCES + k % RESOURCES;
    if (k % WIDTH < RESOURCES) {
      demands[at] = share(value);
    } else {
      sensitivities[at] = Math.exp(value);
    }
  }

  private void add(int p, int member, double[] gradient, double[][] hessian) {
    double error = error(p, member);
    double weight = Math.min(1, LINEAR_FROM / Math.abs(error));
    double[] slope = slopes[member];
    for (int k = 0; k < PAIR_WIDTH; k++) {
      int row = members[p][k / WIDTH] * WIDTH + k % WIDTH;
      gradient[row] += weight * error * slope[k];
      for (int l = 0; l < PAIR_WIDTH; l++) {
        hessian[row][members[p][l / WIDTH] * WIDTH + l % WIDTH] += weight * (slope[k] * slope[l]);
      }
    }
  }

  private double error(int p, int member) {
    MeasuredPair pair = pairs.get(p);
    return (kept[member] - (member == 0 ? pair.keptA() : pair.keptB())) / DEVIATION;
  }

  private static double loss(double error) {
    double size = Math.abs(error);
    return size < LINEAR_FROM ? size * size / 2 : LINEAR_FROM * (size - LINEAR_FROM / 2);
  }

  private static double share(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}
