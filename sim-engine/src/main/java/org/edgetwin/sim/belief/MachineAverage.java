package org.edgetwin.sim.belief;

import java.util.Objects;

/**
 * The plain average of a machine's observations, with their empirical standard deviation as spread.
 * A machine with too few observations borrows the pooled spread within machines, one with none also
 * the average of all. Nothing is shrunk and nothing ages.
 */
public final class MachineAverage implements MachineBelief {
  private final double priorSd;
  private final int leastForOwnSd;
  private final int[] counts;
  private final double[] means;

  /** Sums of squared deviations from the machine's average. */
  private final double[] squares;

  /**
   * Nothing seen yet.
   *
   * @param machines number of machines
   * @param priorSd spread while no machine has two observations, positive; a thousandth of it is
   *     the least spread, so that two equal observations do not claim certainty
   * @param leastForOwnSd observations from which on a machine's own spread is used, at least 2
   * @throws IllegalArgumentException if {@code priorSd} or {@code leastForOwnSd} is too small
   */
  public MachineAverage(int machines, double priorSd, int leastForOwnSd) {
    this(new int[machines], new double[machines], new double[machines], priorSd, leastForOwnSd);
    if (!(priorSd > 0) || leastForOwnSd < 2) {
      throw new IllegalArgumentException(
          "The prior sd ("
              + priorSd
              + ") or the observations for a spread ("
              + leastForOwnSd
              + ") are too few.");
    }
  }

  private MachineAverage(
      int[] counts, double[] means, double[] squares, double priorSd, int leastForOwnSd) {
    this.priorSd = priorSd;
    this.leastForOwnSd = leastForOwnSd;
    this.counts = counts;
    this.means = means;
    this.squares = squares;
  }

  @Override
  public void observe(Observation observation) {
    int machine = Objects.checkIndex(observation.machine(), counts.length);
    counts[machine]++;
    double before = observation.logSlowdown() - means[machine];
    means[machine] += before / counts[machine];
    squares[machine] += before * (observation.logSlowdown() - means[machine]);
  }

  @Override
  public Prediction predict(int machine, int workloadClass, double time) {
    Objects.checkIndex(machine, counts.length);
    double mean = counts[machine] > 0 ? means[machine] : overallMean();
    double sd =
        counts[machine] >= leastForOwnSd
            ? Math.sqrt(squares[machine] / (counts[machine] - 1))
            : pooledSd();
    sd = Math.max(sd, priorSd / 1000);
    return new Prediction(mean, sd, sd / Math.sqrt(Math.max(1, counts[machine])));
  }

  private double overallMean() {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i] * means[i];
      count += counts[i];
    }
    return count > 0 ? sum / count : 0;
  }

  private double pooledSd() {
    double sum = 0;
    int freedom = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += squares[i];
      freedom += Math.max(0, counts[i] - 1);
    }
    return freedom > 0 ? Math.sqrt(sum / freedom) : priorSd;
  }

  @Override
  public MachineBelief copy() {
    return new MachineAverage(
        counts.clone(), means.clone(), squares.clone(), priorSd, leastForOwnSd);
  }
}
