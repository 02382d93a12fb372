package org.edgetwin.agents.gp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.sim.belief.Prediction;
import org.jspecify.annotations.Nullable;

/**
 * Predicts from one machine's evidence and keeps what the next prediction can use: the covariance
 * of a case with the history is a sum of an own, a drift and a class part, and each is solved for
 * once. The first prediction at a time or of a class costs n^2/2 multiplications, the others O(n);
 * so does another entry, for each class. Not thread-safe; the evidence may be shared.
 */
final class MachinePredictor {
  private final MachineEvidence evidence;
  private final KernelParameters parameters;
  private final Map<Integer, OfClass> byClass = new HashMap<>();
  private final double[] half;
  private double driftTime = Double.NaN;
  private double[] halfDrift = new double[0];

  /** What is kept of a class: its part of the covariance, solved for, and the last prediction. */
  private static final class OfClass {
    private final double[] half;
    private @Nullable Answer last;

    OfClass(double[] half) {
      this.half = half;
    }
  }

  /** A prediction and what it was for. */
  private record Answer(
      double time, double levelMean, double levelVariance, Prediction prediction) {
    boolean isFor(double otherTime, double otherMean, double otherVariance) {
      return time == otherTime && levelMean == otherMean && levelVariance == otherVariance;
    }
  }

  MachinePredictor(MachineEvidence evidence, KernelParameters parameters) {
    this.evidence = evidence;
    this.parameters = parameters;
    half = new double[evidence.history().size()];
  }

  /** Predicts from a longer or changed history of the same machine, and keeps what still holds. */
  MachinePredictor with(MachineEvidence other) {
    MachinePredictor predictor = new MachinePredictor(other, parameters);
    int same = evidence.inCommon(other.history());
    byClass.forEach(
        (workloadClass, kept) ->
            predictor.byClass.put(
                workloadClass,
                new OfClass(
                    other.forwardSolve(
                        predictor.classCovariance(workloadClass), kept.half, same))));
    return predictor;
  }

  MachineEvidence evidence() {
    return evidence;
  }

  /**
   * What an observation would be, if the level is normal with this mean and variance after
   * everything that was seen, this machine's history included.
   */
  Prediction predict(int workloadClass, double time, double levelMean, double levelVariance) {
    OfClass kept =
        byClass.computeIfAbsent(
            workloadClass, c -> new OfClass(evidence.forwardSolve(classCovariance(c))));
    // Many jobs of one class ask at the same time.
    Answer answer = kept.last;
    if (answer == null || !answer.isFor(time, levelMean, levelVariance)) {
      answer =
          new Answer(
              time, levelMean, levelVariance, compute(kept.half, time, levelMean, levelVariance));
      kept.last = answer;
    }
    return answer.prediction();
  }

  private Prediction compute(
      double[] halfClass, double time, double levelMean, double levelVariance) {
    int n = half.length;
    if (time != driftTime) {
      halfDrift = evidence.forwardSolve(drift(time));
      driftTime = time;
    }
    double[] halfOnes = evidence.halfOnes();
    double own = parameters.ownSd() * parameters.ownSd();
    for (int i = 0; i < n; i++) {
      half[i] = own * halfOnes[i] + halfDrift[i] + halfClass[i];
    }
    double weightOfLevel = 1 - CholeskyFactor.dot(half, halfOnes, n);
    double mean = CholeskyFactor.dot(half, evidence.halfValues(), n) + weightOfLevel * levelMean;
    double level =
        parameters.ownCovariance(true, 0)
            - CholeskyFactor.dot(half, half, n)
            + weightOfLevel * weightOfLevel * levelVariance;
    double variance = level + parameters.noiseSd() * parameters.noiseSd();
    // Rounding may take the variance of a level that is known well below 0.
    return new Prediction(mean, Math.sqrt(variance), Math.sqrt(Math.max(0, level)));
  }

  private double[] drift(double time) {
    List<MachineHistory.Entry> entries = evidence.history().entries();
    double[] drift = new double[entries.size()];
    for (int i = 0; i < drift.length; i++) {
      drift[i] = parameters.driftCovariance(time - entries.get(i).time());
    }
    return drift;
  }

  private double[] classCovariance(int workloadClass) {
    List<MachineHistory.Entry> entries = evidence.history().entries();
    double[] same = new double[entries.size()];
    for (int i = 0; i < same.length; i++) {
      boolean seen = entries.get(i).workloadClass() == workloadClass;
      same[i] = seen ? parameters.classSd() * parameters.classSd() : 0;
    }
    return same;
  }
}
