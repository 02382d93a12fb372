package org.edgetwin.sim.policies.history;

import java.util.TreeMap;

/**
 * How the jobs of a virtual cluster have come and gone of late: exponentially weighted means of the
 * logarithms of durations, and the rhythm of submissions.
 */
final class RecentDurations {
  private static final double[] MEMORY = {0.3, 0.05, 0.005};
  private static final double GANG_MEMORY = 0.05;
  private static final double HOUR = 3600;

  private final double[] meanByMemory = new double[MEMORY.length];
  private final TreeMap<Integer, Double> meanByGang = new TreeMap<>();
  private double sum;
  private int count;
  private double lastArrivalTime;
  private double arrivalsOfLate;

  /** A job has ended. */
  void add(int gpus, double logSeconds) {
    for (int i = 0; i < MEMORY.length; i++) {
      meanByMemory[i] =
          count == 0 ? logSeconds : meanByMemory[i] + MEMORY[i] * (logSeconds - meanByMemory[i]);
    }
    double before = meanByGang.getOrDefault(gpus, meanByMemory[2]);
    meanByGang.put(gpus, before + GANG_MEMORY * (logSeconds - before));
    sum += logSeconds;
    count++;
  }

  /** A job has come. */
  void arrived(double now) {
    arrivalsOfLate = 1 + arrivalsOfLate * Math.exp(-(now - lastArrivalTime) / HOUR);
    lastArrivalTime = now;
  }

  int count() {
    return count;
  }

  /** Mean of the logarithms of all durations so far. */
  double mean() {
    return sum / count;
  }

  /**
   * Recent means relative to the mean of all: of jobs with the gang, then of the last few to many.
   */
  void describe(int gpus, double[] into, int at) {
    into[at] = meanByGang.getOrDefault(gpus, meanByMemory[2]) - mean();
    for (int i = 0; i < MEMORY.length; i++) {
      into[at + 1 + i] = meanByMemory[i] - mean();
    }
  }

  /** Logarithm of the seconds since the last submission, plus one. */
  double logGap(double now) {
    return Math.log1p(now - lastArrivalTime);
  }

  /** Logarithm of the submissions of about the last hour, plus one. */
  double logArrivals(double now) {
    return Math.log1p(arrivalsOfLate * Math.exp(-(now - lastArrivalTime) / HOUR));
  }

  RecentDurations copy() {
    RecentDurations copy = new RecentDurations();
    System.arraycopy(meanByMemory, 0, copy.meanByMemory, 0, MEMORY.length);
    copy.meanByGang.putAll(meanByGang);
    copy.sum = sum;
    copy.count = count;
    copy.lastArrivalTime = lastArrivalTime;
    copy.arrivalsOfLate = arrivalsOfLate;
    return copy;
  }
}
