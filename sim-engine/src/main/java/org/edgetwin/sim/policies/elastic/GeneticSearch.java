package org.edgetwin.sim.policies.elastic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import umontreal.ssj.rng.RandomStream;

/**
 * The genetic search of {@link Pollux}: parents by tournaments of two, one-point crossover over the
 * jobs, random resets, removals and additions, repair, and the best of old and new live on.
 */
final class GeneticSearch {
  private static final double RESET = 0.1;
  private static final double REMOVE = 0.1;

  /** Rows of GPUs by node, and how good they are. */
  @SuppressWarnings("ArrayRecordComponent") // compact, and never compared by value
  record Individual(byte[][] rows, double fitness) {}

  private final PolluxProblem problem;
  private final RandomStream stream;
  private final int[] free;

  GeneticSearch(PolluxProblem problem, RandomStream stream) {
    this.problem = problem;
    this.stream = stream;
    free = new int[problem.nodeCount()];
  }

  /**
   * Searches.
   *
   * @param seeds assignments to begin with; need not hold
   * @return the last generation, best first; the present assignment before its equals
   */
  List<Individual> run(List<byte[][]> seeds, int size, int generations) {
    List<Individual> population = new ArrayList<>();
    population.add(individual(copy(problem.base())));
    seeds.stream().limit(size - 1L).forEach(rows -> population.add(individual(copy(rows))));
    while (population.size() < size) {
      population.add(individual(mutated(copy(problem.base()))));
    }
    sort(population);
    for (int generation = 0; generation < generations; generation++) {
      List<Individual> children = new ArrayList<>();
      while (children.size() < size) {
        breed(parent(population), parent(population), children);
      }
      population.addAll(children);
      sort(population);
      population.subList(size, population.size()).clear();
    }
    return population;
  }

  /** A stable sort: equals stay in the order of their coming. */
  private static void sort(List<Individual> population) {
    population.sort(Comparator.comparingDouble(each -> -each.fitness()));
  }

  private Individual parent(List<Individual> population) {
    int a = stream.nextInt(0, population.size() - 1);
    int b = stream.nextInt(0, population.size() - 1);
    return population.get(Math.min(a, b));
  }

  private void breed(Individual first, Individual second, List<Individual> children) {
    int point = stream.nextInt(0, problem.jobCount() - 1);
    byte[][] one = copy(first.rows());
    byte[][] other = copy(second.rows());
    for (int j = 0; j < point; j++) {
      byte[] row = one[j];
      one[j] = other[j];
      other[j] = row;
    }
    children.add(individual(mutated(one)));
    children.add(individual(mutated(other)));
  }

  private Individual individual(byte[][] rows) {
    problem.repair(rows, stream);
    return new Individual(rows, problem.fitness(rows));
  }

  private static byte[][] copy(byte[][] rows) {
    return Arrays.stream(rows).map(byte[]::clone).toArray(byte[][]::new);
  }

  private byte[][] mutated(byte[][] rows) {
    for (int j = 0; j < rows.length; j++) {
      if (stream.nextDouble() < RESET) {
        rows[j] = problem.base()[j].clone();
      }
      if (stream.nextDouble() < REMOVE) {
        for (int n = 0; n < rows[j].length; n++) {
          rows[j][n] = stream.nextDouble() < REMOVE ? 0 : rows[j][n];
        }
      }
    }
    for (int n = 0; n < free.length; n++) {
      free[n] = problem.capacity(n);
      for (byte[] row : rows) {
        free[n] -= row[n];
      }
    }
    for (byte[] row : rows) {
      grow(row, false);
      grow(row, true);
    }
    return rows;
  }

  /** Adds a random number of GPUs on a random node with free ones: on any, or one of its own. */
  private void grow(byte[] row, boolean own) {
    int first = stream.nextInt(0, row.length - 1);
    for (int i = 0; i < row.length; i++) {
      int n = (first + i) % row.length;
      if (free[n] > 0 && (!own || row[n] > 0)) {
        int more = stream.nextInt(row[n], problem.capacity(n));
        row[n] = (byte) more;
        return;
      }
    }
  }
}
