package org.edgetwin.sim.policies.gavel;

/**
 * Which share of its time each job should spend on each type, alone and in pairs. None is below 0,
 * and a job's are not more than 1 together. Not to be changed.
 *
 * @param alone {@code [jobs][types]}
 * @param paired {@code [pairs][types]}, pairs as the problem has them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared by value
record Shares(double[][] alone, double[][] paired) {
  static Shares none(ShareProblem problem) {
    return alone(new double[problem.jobCount()][problem.typeCount()]);
  }

  /** Without pairs. */
  static Shares alone(double[][] shares) {
    return new Shares(shares, new double[0][]);
  }

  /** What each job gets done per second. */
  double[] throughputs(ShareProblem problem) {
    double[] sum = new double[alone.length];
    for (int j = 0; j < problem.typeCount(); j++) {
      for (int i = 0; i < alone.length; i++) {
        sum[i] += problem.speed(i, j) * alone[i][j];
      }
      for (int p = 0; p < paired.length; p++) {
        PairOption pair = problem.pairs().get(p);
        sum[pair.first()] += problem.speed(pair.first(), j) * pair.firstKeeps()[j] * paired[p][j];
        sum[pair.second()] +=
            problem.speed(pair.second(), j) * pair.secondKeeps()[j] * paired[p][j];
      }
    }
    return sum;
  }
}
