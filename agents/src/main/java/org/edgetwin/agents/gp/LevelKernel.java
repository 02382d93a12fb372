package org.edgetwin.agents.gp;

import org.apache.commons.math3.linear.MatrixUtils;

/**
 * How the levels of M machines go together: something common to all, something shared along the
 * graph of features, something shared along the graph of behaviour.
 *
 * @param similarity random walk kernel on the features' graph, M x M
 * @param behaviour random walk kernel on the behaviour's graph, M x M
 */
@SuppressWarnings("ArrayRecordComponent") // Shared between forks and never changed or compared.
record LevelKernel(double[][] similarity, double[][] behaviour) {
  /** Before groups are known, what is shared by behaviour cannot be told from a machine's own. */
  static LevelKernel before(MachineGraph graph) {
    return new LevelKernel(
        graph.kernel(), MatrixUtils.createRealIdentityMatrix(graph.size()).getData());
  }

  /** The same with another kernel on the graph of behaviour. */
  LevelKernel withBehaviour(double[][] other) {
    return new LevelKernel(similarity, other);
  }

  /** Prior covariance of the levels, M x M. */
  double[][] covariance(KernelParameters parameters) {
    double common = parameters.commonSd() * parameters.commonSd();
    double similar = parameters.similaritySd() * parameters.similaritySd();
    double behaving = parameters.behaviourSd() * parameters.behaviourSd();
    int size = similarity.length;
    double[][] covariance = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        covariance[i][j] = common + similar * similarity[i][j] + behaving * behaviour[i][j];
      }
    }
    return covariance;
  }
}
