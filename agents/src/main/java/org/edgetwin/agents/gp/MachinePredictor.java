package org.edgetwin.agents.gp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.sim.belief.Prediction;

/**
 * Predicts from one machine's evidence and keeps what the next prediction can use: the covariance
 * of a case with the history is a sum of an own, a drift and a class part, and each is solved for
 * once. The first prediction at a time or of a class costs n^2/2 multiplications, the others O(n).
 * Not thread-safe; the evidence may be shared.
 */
final class MachinePredictor {
  private final MachineEvidence evidence;
  private final KernelParameters parameters;
  private final Map<Integer, double[]> halfByClass = new HashMap<>();
  private final double[] half;
  private double driftTime = Double.NaN;
  private double[] halfDrift = new double[0];

  MachinePredictor(MachineEvidence evidence, KernelParameters parameters) {
    this.evidence = evidence;
    this.parameters = parameters;
    half = new double[evidence.history().size()];
  }

  MachineEvidence evidence() {
    return evidence;
  }

  /**
   * What an observation would be, if the level is normal with this mean and variance after
   * everything that was seen, this machine's history included.
   */
  Prediction predict(int workloadClass, double time, double levelMean, double levelVariance) {
    int n = half.length;
    if (time != driftTime) {
      halfDrift = evidence.forwardSolve(drift(time));
      driftTime = time;
    }
    double[] halfClass = halfByClass.computeIfAbsent(workloadClass, this::halfClass);
    double[] halfOnes = evidence.halfOnes();
    double own = parameters.ownSd() * parameters.ownSd();
    for (int i = 0; i < n; i++) {
      half[i] = own * halfOnes[i] + halfDrift[i] + halfClass[i];
    }
    double weightOfLevel = 1 - CholeskyFactor.dot(half, halfOnes, n);
    double mean = CholeskyFactor.dot(half, evidence.halfValues(), n) + weightOfLevel * levelMean;
    double variance =
        parameters.ownCovariance(true, 0)
            - CholeskyFactor.dot(half, half, n)
            + weightOfLevel * weightOfLevel * levelVariance
            + parameters.noiseSd() * parameters.noiseSd();
    return new Prediction(mean, Math.sqrt(variance));
  }

  private double[] drift(double time) {
    List<MachineHistory.Entry> entries = evidence.history().entries();
    double[] drift = new double[entries.size()];
    for (int i = 0; i < drift.length; i++) {
      drift[i] = parameters.driftCovariance(time - entries.get(i).time());
    }
    return drift;
  }

  private double[] halfClass(int workloadClass) {
    List<MachineHistory.Entry> entries = evidence.history().entries();
    double[] same = new double[entries.size()];
    for (int i = 0; i < same.length; i++) {
      boolean seen = entries.get(i).workloadClass() == workloadClass;
      same[i] = seen ? parameters.classSd() * parameters.classSd() : 0;
    }
    return evidence.forwardSolve(same);
  }
}
