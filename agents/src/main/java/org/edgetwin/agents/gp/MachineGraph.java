package org.edgetwin.agents.gp;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/**
 * Which machines are alike: an undirected graph with a weight in [0, 1] on every edge. Immutable.
 */
public final class MachineGraph {
  /** Factor on the weight of machines with other GPUs, and of machines at other sites. */
  private static final double OTHER_KIND = 0.25;

  private final double[][] weights;

  private MachineGraph(double[][] weights) {
    this.weights = weights;
  }

  /** No machine is like another. */
  public static MachineGraph unrelated(int machines) {
    return new MachineGraph(new double[machines][machines]);
  }

  /**
   * Joins every machine with those most like it. Machines a and b have the weight exp(-|x_a -
   * x_b|^2 / 2), with x their numbers in standard deviations, times 1/4 if they have different GPUs
   * and times 1/4 if they stand at different sites.
   *
   * @param neighbours edges that each machine asks for, at least 1; more where weights are equal
   * @throws IllegalArgumentException if {@code neighbours} is not positive or machines have
   *     different counts of numbers
   */
  public static MachineGraph nearestNeighbours(List<MachineFeatures> machines, int neighbours) {
    if (neighbours < 1) {
      throw new IllegalArgumentException("The neighbours (" + neighbours + ") are not positive.");
    }
    double[][] numbers = standardised(machines);
    int size = machines.size();
    double[][] similarity = new double[size][size];
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        similarity[a][b] =
            a == b ? 0 : similarity(machines.get(a), machines.get(b), numbers[a], numbers[b]);
      }
    }
    double[] least = new double[size];
    for (int a = 0; a < size; a++) {
      double[] sorted = similarity[a].clone();
      Arrays.sort(sorted);
      least[a] = sorted[Math.max(0, size - neighbours)];
    }
    double[][] weights = new double[size][size];
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        boolean joined = similarity[a][b] >= Math.min(least[a], least[b]);
        weights[a][b] = joined ? similarity[a][b] : 0;
      }
    }
    return new MachineGraph(weights);
  }

  private static double similarity(MachineFeatures a, MachineFeatures b, double[] x, double[] y) {
    double square = 0;
    for (int i = 0; i < x.length; i++) {
      square += (x[i] - y[i]) * (x[i] - y[i]);
    }
    return Math.exp(-0.5 * square)
        * (a.gpuType().equals(b.gpuType()) ? 1 : OTHER_KIND)
        * (a.site().equals(b.site()) ? 1 : OTHER_KIND);
  }

  private static double[][] standardised(List<MachineFeatures> machines) {
    int columns = machines.isEmpty() ? 0 : machines.get(0).numbers().size();
    double[][] numbers = new double[machines.size()][columns];
    for (int m = 0; m < numbers.length; m++) {
      List<Double> given = machines.get(m).numbers();
      if (given.size() != columns) {
        throw new IllegalArgumentException(
            "Machine " + m + " has " + given.size() + " numbers, machine 0 has " + columns + ".");
      }
      for (int i = 0; i < columns; i++) {
        numbers[m][i] = given.get(i);
      }
    }
    for (int i = 0; i < columns; i++) {
      double[] column = new double[numbers.length];
      for (int m = 0; m < column.length; m++) {
        column[m] = numbers[m][i];
      }
      double sd = new StandardDeviation(false).evaluate(column);
      for (double[] row : numbers) {
        row[i] = sd > 0 ? row[i] / sd : 0;
      }
    }
    return numbers;
  }

  /** Number of machines. */
  public int size() {
    return weights.length;
  }

  /** Weight of the edge between two machines; 0 if there is none. */
  public double weight(int a, int b) {
    return weights[a][b];
  }

  /** The random walk kernel on this graph. */
  double[][] kernel() {
    return RandomWalkKernel.of(weights);
  }
}
