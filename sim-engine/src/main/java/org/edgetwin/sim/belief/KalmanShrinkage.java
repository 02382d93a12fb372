package org.edgetwin.sim.belief;

import java.util.Arrays;
import java.util.Objects;

/**
 * One Kalman filter per machine: its level is normal around 0 before anything is seen, wanders as a
 * random walk, and is seen through noise. So an average is shrunk towards 0, the more the fewer
 * observations it rests on, and old observations fade. Machines and classes share nothing.
 *
 * <p>With level m, variance v and gain K = v / (v + r), an observation z moves m by K (z - m) and
 * turns v into (1 - K) v; over a time t the variance grows by q t, up to that of the prior
 * [kalman1960].
 */
public final class KalmanShrinkage implements MachineBelief {
  private final double priorVariance;
  private final double noiseVariance;
  private final double wanderRate;
  private final double[] means;
  private final double[] variances;
  private final double[] times;

  /**
   * Nothing seen yet.
   *
   * @param machines number of machines
   * @param priorSd spread of the machines' levels
   * @param noiseSd spread of observations of one machine at one time, positive
   * @param wanderSdPerHour how far a level wanders in an hour, standard deviation
   * @throws IllegalArgumentException if a spread is out of range
   */
  public KalmanShrinkage(int machines, double priorSd, double noiseSd, double wanderSdPerHour) {
    this(
        priorSd * priorSd,
        noiseSd * noiseSd,
        wanderSdPerHour * wanderSdPerHour / 3600,
        new double[machines],
        new double[machines],
        new double[machines]);
    if (!(priorSd >= 0) || !(noiseSd > 0) || !(wanderSdPerHour >= 0)) {
      throw new IllegalArgumentException(
          "The spreads (" + priorSd + ", " + noiseSd + ", " + wanderSdPerHour + ") are not valid.");
    }
    Arrays.fill(variances, priorVariance);
  }

  private KalmanShrinkage(
      double priorVariance,
      double noiseVariance,
      double wanderRate,
      double[] means,
      double[] variances,
      double[] times) {
    this.priorVariance = priorVariance;
    this.noiseVariance = noiseVariance;
    this.wanderRate = wanderRate;
    this.means = means;
    this.variances = variances;
    this.times = times;
  }

  @Override
  public void observe(Observation observation) {
    int machine = Objects.checkIndex(observation.machine(), means.length);
    double variance = varianceAt(machine, observation.time());
    double gain = variance / (variance + noiseVariance);
    means[machine] += gain * (observation.logSlowdown() - means[machine]);
    variances[machine] = (1 - gain) * variance;
    times[machine] = Math.max(times[machine], observation.time());
  }

  @Override
  public Prediction predict(int machine, int workloadClass, double time) {
    Objects.checkIndex(machine, means.length);
    double variance = varianceAt(machine, time);
    return new Prediction(means[machine], Math.sqrt(variance + noiseVariance), Math.sqrt(variance));
  }

  private double varianceAt(int machine, double time) {
    double elapsed = Math.max(0, time - times[machine]);
    return Math.min(priorVariance, variances[machine] + wanderRate * elapsed);
  }

  @Override
  public MachineBelief copy() {
    return new KalmanShrinkage(
        priorVariance, noiseVariance, wanderRate, means.clone(), variances.clone(), times.clone());
  }
}
