package org.edgetwin.cli.bench;

import java.util.Arrays;
import java.util.List;

/**
 * Measures contenders in turns, so that the load of the machine changes for all of them alike.
 *
 * @param warmUps turns that are not counted
 * @param measured turns that are counted; an odd number
 */
record Turns(int warmUps, int measured) {
  private static final double NANOS_PER_SECOND = 1e9;

  /** The median wall time of each contender, seconds. */
  double[] medianSeconds(List<Runnable> contenders) {
    double[][] seconds = new double[contenders.size()][measured];
    for (int turn = -warmUps; turn < measured; turn++) {
      for (int i = 0; i < seconds.length; i++) {
        double passed = seconds(contenders.get(i));
        if (turn >= 0) {
          seconds[i][turn] = passed;
        }
      }
    }
    return Arrays.stream(seconds).mapToDouble(Turns::median).toArray();
  }

  static double seconds(Runnable contender) {
    long begin = System.nanoTime();
    contender.run();
    return (System.nanoTime() - begin) / NANOS_PER_SECOND;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
